"""Who and where: the actors, places and things of a page, for the event coder to ask token by token."""

from standoff.extract.actors.find import Actors, find_actors

__all__ = ["Actors", "find_actors"]
