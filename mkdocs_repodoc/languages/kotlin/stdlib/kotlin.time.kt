package kotlin.time

class Duration : Comparable<Duration> {
    val inWholeDays: Long
    val inWholeHours: Long
    val inWholeMinutes: Long
    val inWholeSeconds: Long
    val inWholeMilliseconds: Long
    val inWholeMicroseconds: Long
    val inWholeNanoseconds: Long
    val absoluteValue: Duration
    fun plus(other: Duration): Duration
    fun minus(other: Duration): Duration
    fun times(scale: Number): Duration
    fun unaryMinus(): Duration
    fun isNegative(): Boolean
    fun isPositive(): Boolean
    fun isInfinite(): Boolean
    fun isFinite(): Boolean
    fun toIsoString(): String
    fun toDouble(unit: DurationUnit): Double
    fun toLong(unit: DurationUnit): Long
    fun toInt(unit: DurationUnit): Int
    fun <T> toComponents(action: (Long, Int) -> T): T
    companion object {
        val ZERO: Duration
        val INFINITE: Duration
        val Int.nanoseconds: Duration
        val Long.nanoseconds: Duration
        val Double.nanoseconds: Duration
        val Int.microseconds: Duration
        val Long.microseconds: Duration
        val Double.microseconds: Duration
        val Int.milliseconds: Duration
        val Long.milliseconds: Duration
        val Double.milliseconds: Duration
        val Int.seconds: Duration
        val Long.seconds: Duration
        val Double.seconds: Duration
        val Int.minutes: Duration
        val Long.minutes: Duration
        val Double.minutes: Duration
        val Int.hours: Duration
        val Long.hours: Duration
        val Double.hours: Duration
        val Int.days: Duration
        val Long.days: Duration
        val Double.days: Duration
        fun parse(value: String): Duration
        fun parseOrNull(value: String): Duration
    }
}
enum class DurationUnit { NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS }
fun Int.toDuration(unit: DurationUnit): Duration
fun Long.toDuration(unit: DurationUnit): Duration
fun Double.toDuration(unit: DurationUnit): Duration
fun measureTime(block: () -> Unit): Duration
fun <T> measureTimedValue(block: () -> T): TimedValue<T>
class TimedValue<T>(val value: T, val duration: Duration)
interface TimeMark {
    fun elapsedNow(): Duration
    fun hasPassedNow(): Boolean
    fun hasNotPassedNow(): Boolean
    fun plus(duration: Duration): TimeMark
    fun minus(duration: Duration): TimeMark
}
interface TimeSource {
    fun markNow(): TimeMark
}
