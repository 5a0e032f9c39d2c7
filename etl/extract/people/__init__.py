"""Persons that an article names: who they are, their titles, and whom they act for."""
