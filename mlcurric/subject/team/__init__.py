"""The team's four sheets of an ideathon: who fills the roles, who does what, why it could fail, and the first 90 days."""
