"""Relations that an article states: levels of relations and diplomatic ties between two actors, memberships in organizations, documents
signed."""
