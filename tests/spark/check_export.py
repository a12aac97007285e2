"""Checks an export of many files on a cluster: one process of the command for each partition.

    spark-submit check_export.py EXPORT REPORT

EXPORT is NDJSON, one record a line, where every machine can read it; REPORT becomes a folder of NDJSON.
All records of one child stay together, so that the rules that hold them against each other see them all. A
paragraph or a name of another child is known where both are in one partition.
COMMAND is how the command is called on every machine; it checks what it is given on standard input.
"""

import json
import os
import sys

from pyspark.sql import SparkSession

COMMAND = os.environ.get("COMMAND", "npx recording-standard")


def child_of(line):
    """The child whose record the line is; lines that are no record are spread by what they are."""
    try:
        record = json.loads(line)
        return str(record.get("fileId") or record.get("referenceNumber") or record.get("id"))
    except (ValueError, AttributeError):
        return line


def main(export, report):
    spark = SparkSession.builder.appName("recording-standard").getOrCreate()
    lines = spark.sparkContext.textFile(export).filter(lambda line: line.strip())
    partitions = int(os.environ.get("PARTITIONS", spark.sparkContext.defaultParallelism * 4))
    by_child = lines.keyBy(child_of).partitionBy(partitions).values()
    # With "never", findings and lines that cannot be read leave the exit code at 0. What is left is a
    # process that broke: Spark hears of it by the code, and gives the partition to another machine.
    command = f"{COMMAND} check - --input ndjson --format ndjson --fail-on never --workers 1"
    settings = os.environ.get("SETTINGS", "")
    by_child.pipe(f"{command} {settings}", checkCode=True).saveAsTextFile(report)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
