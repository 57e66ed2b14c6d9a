"""The sections of the page of detentions and their pictures: who was held, when and where."""
