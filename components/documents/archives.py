"""Files of Office without the moment at which they were made: the same content has the same bytes."""

import io
import zipfile

# The oldest day that an archive can name.
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def undated(archive: bytes) -> bytes:
    """The archive with its files as they are and without the time at which each was put into it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(written, "w") as new:
        for entry in given.infolist():
            same = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            same.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(same, given.read(entry.filename))
    return written.getvalue()
