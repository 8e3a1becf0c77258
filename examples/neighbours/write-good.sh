#!/bin/sh
# write-good beside healthlint. It has no configuration file, so its checks are switched off by flags.
# Use: sh write-good.sh page.md ...

# --no-weasel    "may", "often", "many people", "very rare" keep a claim as weak as its evidence
# --no-adverb    "usually", "rarely", "likely", "slowly" are frequency, doubt and instructions, not padding
# --no-passive   "is approved", "was studied", "is not known" are right when nobody in particular acts
# --no-thereIs   "there is no cure" is the clearest way to say it
# --no-tooWordy  flags every "it is" and "however"; healthlint has a list of its own for health pages
exec npx --no-install write-good --no-weasel --no-adverb --no-passive --no-thereIs --no-tooWordy "$@"
