"""Addresses and feeds -> pages. The only package that asks the network; nothing imports it unless a person asked to fetch."""
