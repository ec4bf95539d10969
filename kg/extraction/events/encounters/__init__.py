"""Meetings, calls and visits."""
