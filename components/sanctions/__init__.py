"""The sections of the page of sanctions and their pictures: actions, targets, ships, licences and ties."""
