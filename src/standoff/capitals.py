"""The capital letters of European names, for patterns of datelines: `PEÑAS BLANCAS`, `ŠIAULIAI`."""

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
"""For use inside the brackets of a pattern."""
