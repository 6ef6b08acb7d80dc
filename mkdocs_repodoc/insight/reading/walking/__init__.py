"""The stops of a walk along a flow: their worth, the calls told at each, and the forks there."""
