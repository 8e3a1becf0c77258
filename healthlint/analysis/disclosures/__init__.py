"""What an article discloses: risks (R0 to R3), supervision (S0 to S3) and approval status (L0 to L3)."""
