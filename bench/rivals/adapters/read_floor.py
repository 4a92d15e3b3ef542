"""The floor of every tool that is used from Python: parse the lines, split the words."""
import sys

import task

print(sum(len(text.split()) for text in task.texts(task.pathlib.Path(sys.argv[1]))))
