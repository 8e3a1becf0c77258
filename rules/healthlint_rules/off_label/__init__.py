"""Rules on approval status: off-label uses, false approval, compounded and investigational products."""
