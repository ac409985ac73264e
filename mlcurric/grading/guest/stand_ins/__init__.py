"""What stands inside the sandbox in the place of modules that must not be there; ``running.library`` puts each where it belongs."""
