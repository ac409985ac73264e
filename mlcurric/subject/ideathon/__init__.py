"""The worked example of Stage 3: a whole ideathon of the subscription business, finished, in both languages."""
