"""Charts: functions of the answers that give a Scene of shapes, for screen and paper alike."""
