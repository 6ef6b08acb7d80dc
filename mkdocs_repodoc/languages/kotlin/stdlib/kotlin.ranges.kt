package kotlin.ranges

open class IntProgression : Iterable<Int> {
    val first: Int
    val last: Int
    val step: Int
}
class IntRange : IntProgression {
    val start: Int
    val endInclusive: Int
    fun contains(value: Int): Boolean
}
class CharRange : Iterable<Char>
class LongRange : Iterable<Long>
fun Int.until(to: Int): IntRange
fun Int.downTo(to: Int): IntProgression
fun IntProgression.step(step: Int): IntProgression
fun IntProgression.reversed(): IntProgression
fun Long.until(to: Long): LongRange
fun <T> T.coerceAtLeast(minimumValue: T): T
fun <T> T.coerceAtMost(maximumValue: T): T
fun <T> T.coerceIn(minimumValue: T, maximumValue: T): T
