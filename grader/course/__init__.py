"""From the sources of a course to what students and graders get."""
