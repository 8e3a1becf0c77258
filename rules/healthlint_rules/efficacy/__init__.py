"""Rules on claims of effect: cures, guarantees, hype, hedging, testimonials."""
