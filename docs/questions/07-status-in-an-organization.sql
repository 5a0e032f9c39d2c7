-- 07 Status in an organization
--
-- What is the status of each state in an organization, according to the texts?
--
-- param organization: Shanghai Cooperation Organization
-- columns: state, status, since, article_count
--
-- What texts state as fact or take for granted ("now an SCO dialogue partner"), over time where they give a date.
SELECT m.actor AS state, m.status, m.since, m.article_count
FROM v_memberships AS m
WHERE LOWER(m.organization) LIKE LOWER(:organization)
ORDER BY m.actor, m.since IS NULL, m.since, m.status;
