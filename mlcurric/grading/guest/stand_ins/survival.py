"""``mlcurric.subject.usecases.survival`` inside the sandbox: how firmly a winner stands is what learners work out themselves."""

from __future__ import annotations

from mlcurric.grading.guest.stand_ins.absent import absent

ahead_in_words, survival, survival_in_words = map(absent, ("ahead_in_words", "survival", "survival_in_words"))
