"""Syllables of words that no dictionary has, from their spelling alone.

Medical words are regular: Greek and Latin stems keep their vowels apart where everyday English runs them
together (os-te-o-ar-thri-tis, di-a-be-tes), so a plain count of vowel groups is too low for them. The count
here is the vowel groups, plus the places inside a group where two vowels are spoken apart, plus the syllables
that are spoken without a vowel letter (spas-m), less the vowels that are written and not spoken.
"""

from __future__ import annotations

import re

_LONGEST = 60
"""Letters; a longer word is a chemical formula or no word, and only its vowel groups are counted."""

_GROUP = re.compile(r"[aeiouy]+")

_CONSONANT = re.compile(r"(?<![^aeiou])y(?=[aeiou])|(?<=[gq])u(?=[aeiouy])")
"""Letters that stand for a consonant: the y of "beyond", the u of "liquid"."""

_SILENT = re.compile(
    r"""  (?<=[^aeiouylr])e$ | (?<=[aeiouyl][lr])e$ | (?<=[^aeiouytblr]r)e$             # caffein-e, molecul-e
        | (?<=[^aeiouysxzcglrh])e(?=s$) | (?<=[aeiouyl][lr])e(?=s$) | (?<=th)e(?=s$)    # vaccin-es
        | (?<=[^aeiouytdl])e(?=d$) | (?<=[aeiouylr]l)e(?=d$)                         # infus-ed
        | (?<=[aeiouynr][^aeiouylr])e(?=ments?$)                                     # manag-ement
        | (?<=[aeiouy][^aeiouy])e(?=(?:less|ness|ful|ly|some)(?:ly|ness)?$)          # sever-ely
        | (?<=[gq])ue(?=s?$) | (?<=[aeiouy][^aeiouy]ic)a(?=lly$)                      # plaq-ue, clinic-ally
    """,
    re.VERBOSE,
)

_WITHOUT_VOWEL = re.compile(r"(?<=[aiouy]s)ms?$ | (?<=th)ms?$ | (?<=[bcdfgkptz]l)ed$", re.VERBOSE)
"""Endings that are a syllable without a vowel letter or sound: spas-m, rhyth-m, hand-led."""

_APART = re.compile(
    r"""  [^csthg]i·a | ^i·a | [ct]i·at | ti·alit | ti·a[zp] | ^gi·a | si·as | [^aeiouy]si·a | thi·a # di-abetes
        | (?:^|[aeioun])[st]?chi·a | chi·atr                                             # psychi-atric
        | [^cstxg]i·o | ^i·o | [stg]i·o[^nu] | thi·o                                     # bi-opsy
        | i·u | i·i                                                                      # calci-um
        | [^ct]i·e(?:nc|nt|t) | sci·en | i·ec | [aeiouy][^aeiouy]+i·e(?:r|st)s?$          # anxi-ety, easi-er
        | e·o | [^cg]e·ous                                                               # oste-o
        | e·a(?:$|s$|b[li]|ct|g[eo]) | [aeiouy][^aeiouy]{1,2}e·a[ln]s?$ | cre·at | re·al[ip]    # pancre-atic
        | e·u[ms]$ | e·i(?:c|t[iy]|ng$) | ^p?re·e[a-z]{5}                                # ile-um, re-evaluate
        | a·o | a·ic                                                                     # a-orta
        | (?:[aeiouy][^aeiouy]+|e)o·a[^sdt] | ^co·a[cdglr] | io·a | zo·a                 # co-agulate
        | o·e(?:n[tczd] | mb | x | p[ia] | l[ae][ck] | th) | io·e | .o·esoph             # gastro-enteritis
        | o·i(?:c | n(?:t[er]|f|s|j)[a-z]{2}) | zo·o[np] | ^o·oph | o·or                 # co-ordinate
        | [^gq]u·a | [^gq]u·e(?:n[^d] | l) | [^gq]u·i(?:d | n | t[yio] | sm | c[iy])     # evalu-ate, flu-id
        | [^q]u·o | u·um                                                                 # du-odenum
        | [^aeiouy]y·(?:[aeou](?!d?s?$) | [ao]s?$ | i)                                   # hy-aluronic
    """,
    re.VERBOSE,
)
"""Two vowels that are spoken apart at the dot."""

_TOGETHER = re.compile(
    r"""  [tl][ao]?i·on | ge·o(?:n|us) | [cg]e·ous | pe·opl | flu·or | li·ons?$ | [^aeiouy]e·ou$
        | ^[^aeiouys]+i·e(?!nc|nt|t) | vi·ou?rs?$ | vi·ou?ral | ili·ar | do·or | flo·or     # people, behaviour
    """,
    re.VERBOSE,
)
"""Exceptions to them."""


def spelled_syllables(word: str) -> int:
    """The syllables of one lower-case word of plain letters, at least 1."""
    if len(word) > _LONGEST:
        return max(len(_GROUP.findall(word)), 1)
    spoken = _CONSONANT.sub("w", _SILENT.sub("", word))
    groups = list(_GROUP.finditer(spoken))
    apart = sum(
        _is_apart(f"{spoken[:at]}·{spoken[at:]}")
        for group in groups
        for at in range(group.start() + 1, group.end())
    )
    return max(len(groups) + apart + len(_WITHOUT_VOWEL.findall(word)), 1)


def _is_apart(dotted: str) -> bool:
    return bool(_APART.search(dotted)) and not _TOGETHER.search(dotted)
