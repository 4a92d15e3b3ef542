"""Spark's MinHashLSH on PySpark, as its documentation joins a data set with itself."""
import task
from pyspark.ml.feature import HashingTF, MinHashLSH, NGram, RegexTokenizer
from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def main() -> None:
    job = task.arguments()
    spark = (SparkSession.builder.master(f"local[{job.threads}]")
             .config("spark.driver.memory", "8g").config("spark.ui.enabled", "false")
             .config("spark.local.dir", str(job.out / "spark"))
             .config("spark.sql.shuffle.partitions", str(4 * job.threads)).getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    lines = spark.read.text(str(job.corpus)).select(
        F.monotonically_increasing_id().alias("place"),
        F.get_json_object("value", "$.text").alias("text"))
    words = RegexTokenizer(inputCol="text", outputCol="words", pattern=r"\W+").transform(lines)
    grams = NGram(n=job.settings["ngram"], inputCol="words", outputCol="grams").transform(words)
    counts = HashingTF(inputCol="grams", outputCol="set", binary=True,
                       numFeatures=1 << 20).transform(grams.filter(F.size("grams") > 0))
    model = MinHashLSH(inputCol="set", outputCol="hashes",
                       numHashTables=job.settings["tables"], seed=1).fit(counts)
    sketched = model.transform(counts).select("place", "set", "hashes").cache()
    pairs = (model.approxSimilarityJoin(sketched, sketched, 1 - job.settings["threshold"])
             .filter("datasetA.place < datasetB.place")
             .select("datasetA.place", "datasetB.place").collect())
    places = [row[0] for row in lines.select("place").orderBy("place").collect()]
    number = {place: at for at, place in enumerate(places)}
    task.write_pairs(job, ((number[a], number[b]) for a, b in pairs))
    spark.stop()


if __name__ == "__main__":
    main()
