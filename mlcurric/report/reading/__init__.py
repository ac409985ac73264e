"""From a file as a CRM exports it to customers: who they are, who left, and what is known of each."""
