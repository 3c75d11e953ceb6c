"""Figures that can be traced to the sentences that state them."""
