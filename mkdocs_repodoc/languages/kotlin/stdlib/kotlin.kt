package kotlin

open class Any {
    open fun equals(other: Any?): Boolean
    open fun hashCode(): Int
    open fun toString(): String
}

class Nothing
class Unit
interface Comparable<T> {
    fun compareTo(other: T): Int
}
abstract class Enum<E> : Comparable<E> {
    val name: String
    val ordinal: Int
}
interface Annotation
fun interface Comparator<T> {
    fun compare(a: T, b: T): Int
}
interface CharSequence {
    val length: Int
    fun get(index: Int): Char
    fun subSequence(startIndex: Int, endIndex: Int): CharSequence
}
class String : Comparable<String>, CharSequence {
    fun plus(other: Any?): String
}
class Boolean : Comparable<Boolean> {
    fun not(): Boolean
    fun and(other: Boolean): Boolean
    fun or(other: Boolean): Boolean
    fun xor(other: Boolean): Boolean
}
class Char : Comparable<Char> {
    val code: Int
    fun plus(other: Int): Char
    fun minus(other: Int): Char
    fun minus(other: Char): Int
    fun rangeTo(other: Char): CharRange
}
abstract class Number {
    fun toDouble(): Double
    fun toFloat(): Float
    fun toLong(): Long
    fun toInt(): Int
    fun toShort(): Short
    fun toByte(): Byte
    fun toChar(): Char
}
class Byte : Number, Comparable<Byte> {
    fun plus(other: Number): Int
    fun minus(other: Number): Int
}
class Short : Number, Comparable<Short> {
    fun plus(other: Number): Int
    fun minus(other: Number): Int
}
class Int : Number, Comparable<Int> {
    fun plus(other: Long): Long
    fun plus(other: Int): Int
    fun minus(other: Long): Long
    fun minus(other: Int): Int
    fun times(other: Long): Long
    fun times(other: Int): Int
    fun div(other: Long): Long
    fun div(other: Int): Int
    fun rem(other: Long): Long
    fun rem(other: Int): Int
    fun and(other: Int): Int
    fun or(other: Int): Int
    fun xor(other: Int): Int
    fun shl(bitCount: Int): Int
    fun shr(bitCount: Int): Int
    fun ushr(bitCount: Int): Int
    fun inv(): Int
    fun rangeTo(other: Int): IntRange
}
class Long : Number, Comparable<Long> {
    fun plus(other: Number): Long
    fun minus(other: Number): Long
    fun times(other: Number): Long
    fun div(other: Number): Long
    fun rem(other: Number): Long
    fun and(other: Long): Long
    fun or(other: Long): Long
    fun xor(other: Long): Long
    fun shl(bitCount: Int): Long
    fun shr(bitCount: Int): Long
    fun ushr(bitCount: Int): Long
    fun inv(): Long
}
class Float : Number, Comparable<Float> {
    fun plus(other: Number): Float
    fun minus(other: Number): Float
    fun times(other: Number): Float
    fun div(other: Number): Float
}
class Double : Number, Comparable<Double> {
    fun plus(other: Number): Double
    fun minus(other: Number): Double
    fun times(other: Number): Double
    fun div(other: Number): Double
}
class UInt
class ULong
class UByte
class UShort
class Array<T> {
    val size: Int
    fun get(index: Int): T
    fun set(index: Int, value: T)
    fun iterator(): Iterator<T>
}
class ByteArray(val size: Int) {
    fun get(index: Int): Byte
    fun set(index: Int, value: Byte)
    fun iterator(): Iterator<Byte>
}
class IntArray(val size: Int) {
    fun get(index: Int): Int
    fun set(index: Int, value: Int)
    fun iterator(): Iterator<Int>
}
class LongArray(val size: Int) {
    fun get(index: Int): Long
    fun set(index: Int, value: Long)
    fun iterator(): Iterator<Long>
}
class CharArray(val size: Int) {
    fun get(index: Int): Char
    fun set(index: Int, value: Char)
    fun iterator(): Iterator<Char>
}
open class Throwable(open val message: String? = null, open val cause: Throwable? = null)
open class Exception(message: String? = null, cause: Throwable? = null) : Throwable(message, cause)
open class Error(message: String? = null, cause: Throwable? = null) : Throwable(message, cause)
open class RuntimeException(message: String? = null, cause: Throwable? = null) : Exception(message, cause)
open class IllegalArgumentException(message: String? = null, cause: Throwable? = null) : RuntimeException(message, cause)
open class IllegalStateException(message: String? = null, cause: Throwable? = null) : RuntimeException(message, cause)
open class IndexOutOfBoundsException(message: String? = null) : RuntimeException(message)
open class UnsupportedOperationException(message: String? = null, cause: Throwable? = null) : RuntimeException(message, cause)
open class NumberFormatException(message: String? = null) : IllegalArgumentException(message)
open class NullPointerException(message: String? = null) : RuntimeException(message)
open class ClassCastException(message: String? = null) : RuntimeException(message)
open class AssertionError(message: Any? = null) : Error(message)
open class NoSuchElementException(message: String? = null) : RuntimeException(message)

data class Pair<A, B>(val first: A, val second: B)
data class Triple<A, B, C>(val first: A, val second: B, val third: C)
class Result<T> {
    val isSuccess: Boolean
    val isFailure: Boolean
    fun getOrNull(): T
    fun exceptionOrNull(): Throwable?
}
interface Lazy<T> {
    val value: T
    fun isInitialized(): Boolean
    fun getValue(thisRef: Any?, property: Any?): T
}

fun <A, B> A.to(that: B): Pair<A, B>
fun <T> lazy(initializer: () -> T): Lazy<T>
fun <T> lazy(mode: Any?, initializer: () -> T): Lazy<T>
fun <T, R> T.let(block: (T) -> R): R
fun <T> T.also(block: (T) -> Unit): T
fun <T> T.apply(block: T.() -> Unit): T
fun <T, R> T.run(block: T.() -> R): R
fun <R> run(block: () -> R): R
fun <T, R> with(receiver: T, block: T.() -> R): R
fun <T> T.takeIf(predicate: (T) -> Boolean): T
fun <T> T.takeUnless(predicate: (T) -> Boolean): T
fun repeat(times: Int, action: (Int) -> Unit)
fun require(value: Boolean)
fun require(value: Boolean, lazyMessage: () -> Any)
fun check(value: Boolean)
fun check(value: Boolean, lazyMessage: () -> Any)
fun <T> requireNotNull(value: T): T
fun <T> requireNotNull(value: T, lazyMessage: () -> Any): T
fun <T> checkNotNull(value: T): T
fun <T> checkNotNull(value: T, lazyMessage: () -> Any): T
fun error(message: Any): Nothing
fun TODO(reason: String = ""): Nothing
fun <R> runCatching(block: () -> R): Result<R>
fun <T, R> T.runCatching(block: T.() -> R): Result<R>
fun <T> Result<T>.getOrThrow(): T
fun <T> Result<T>.getOrElse(onFailure: (Throwable) -> T): T
fun <T> Result<T>.getOrDefault(defaultValue: T): T
fun <T> Result<T>.onSuccess(action: (T) -> Unit): Result<T>
fun <T> Result<T>.onFailure(action: (Throwable) -> Unit): Result<T>
fun <T, R> Result<T>.map(transform: (T) -> R): Result<R>
fun <T, R> Result<T>.fold(onSuccess: (T) -> R, onFailure: (Throwable) -> R): R
fun Any?.toString(): String
fun String?.plus(other: Any?): String
fun <T> arrayOf(vararg elements: T): Array<T>
fun <T> arrayOfNulls(size: Int): Array<T>
fun <T> emptyArray(): Array<T>
fun byteArrayOf(vararg elements: Byte): ByteArray
fun intArrayOf(vararg elements: Int): IntArray
fun longArrayOf(vararg elements: Long): LongArray
fun charArrayOf(vararg elements: Char): CharArray
fun <T> enumValues(): Array<T>
fun <T> enumValueOf(name: String): T
fun Throwable.stackTraceToString(): String
fun Throwable.printStackTrace()
fun Throwable.addSuppressed(exception: Throwable)
