"""What a model would bring: a formula of terms that have units and owners, against what runs today, and which term decides."""
