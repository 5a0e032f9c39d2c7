"""What the store holds, in the forms that other programs read: tables, event data, entities, networks, calendars.

Everything is read through the contract views, except that `tables` also gives the tables beneath them.
"""

from etl.export.formats import FORMATS, ExportError, Wanted, export

__all__ = ["FORMATS", "ExportError", "Wanted", "export"]
