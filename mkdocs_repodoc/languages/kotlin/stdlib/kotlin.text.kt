package kotlin.text

class StringBuilder : CharSequence {
    constructor()
    constructor(capacity: Int)
    constructor(content: String)
    fun append(value: Any?): StringBuilder
    fun insert(index: Int, value: Any?): StringBuilder
    fun setLength(length: Int)
}
class Regex(val pattern: String) {
    fun find(input: CharSequence, startIndex: Int = 0): MatchResult
    fun findAll(input: CharSequence, startIndex: Int = 0): Sequence<MatchResult>
    fun matches(input: CharSequence): Boolean
    fun matchEntire(input: CharSequence): MatchResult
    fun replace(input: CharSequence, replacement: String): String
    fun replace(input: CharSequence, transform: (MatchResult) -> CharSequence): String
    fun split(input: CharSequence, limit: Int = 0): List<String>
    fun containsMatchIn(input: CharSequence): Boolean
}
interface MatchResult {
    val value: String
    val range: IntRange
    val groupValues: List<String>
}
val CharSequence.indices: IntRange
val CharSequence.lastIndex: Int
fun buildString(builderAction: StringBuilder.() -> Unit): String
fun buildString(capacity: Int, builderAction: StringBuilder.() -> Unit): String
fun StringBuilder.appendLine(value: Any? = null): StringBuilder
fun CharSequence.iterator(): Iterator<Char>
fun CharSequence.isEmpty(): Boolean
fun CharSequence.isNotEmpty(): Boolean
fun CharSequence.isBlank(): Boolean
fun CharSequence.isNotBlank(): Boolean
fun CharSequence?.isNullOrEmpty(): Boolean
fun CharSequence?.isNullOrBlank(): Boolean
fun CharSequence.contains(other: Any, ignoreCase: Boolean = false): Boolean
fun CharSequence.startsWith(prefix: Any, ignoreCase: Boolean = false): Boolean
fun CharSequence.endsWith(suffix: Any, ignoreCase: Boolean = false): Boolean
fun CharSequence.indexOf(char: Any, startIndex: Int = 0, ignoreCase: Boolean = false): Int
fun CharSequence.lastIndexOf(char: Any, startIndex: Int = 0, ignoreCase: Boolean = false): Int
fun CharSequence.split(vararg delimiters: Any): List<String>
fun CharSequence.lines(): List<String>
fun CharSequence.lineSequence(): Sequence<String>
fun CharSequence.first(): Char
fun CharSequence.last(): Char
fun CharSequence.forEach(action: (Char) -> Unit)
fun CharSequence.any(predicate: (Char) -> Boolean): Boolean
fun CharSequence.all(predicate: (Char) -> Boolean): Boolean
fun CharSequence.none(predicate: (Char) -> Boolean): Boolean
fun CharSequence.count(predicate: (Char) -> Boolean): Int
fun <R> CharSequence.map(transform: (Char) -> R): List<R>
fun String.filter(predicate: (Char) -> Boolean): String
fun String.substring(startIndex: Int): String
fun String.substring(startIndex: Int, endIndex: Int): String
fun String.substring(range: IntRange): String
fun String.substringBefore(delimiter: Any, missingDelimiterValue: String = ""): String
fun String.substringAfter(delimiter: Any, missingDelimiterValue: String = ""): String
fun String.substringBeforeLast(delimiter: Any, missingDelimiterValue: String = ""): String
fun String.substringAfterLast(delimiter: Any, missingDelimiterValue: String = ""): String
fun String.replace(oldValue: Any, newValue: Any, ignoreCase: Boolean = false): String
fun String.replace(regex: Regex, transform: (MatchResult) -> CharSequence): String
fun String.replaceFirst(oldValue: Any, newValue: Any, ignoreCase: Boolean = false): String
fun String.removePrefix(prefix: CharSequence): String
fun String.removeSuffix(suffix: CharSequence): String
fun String.removeSurrounding(delimiter: CharSequence): String
fun String.trim(): String
fun String.trimStart(): String
fun String.trimEnd(): String
fun String.trimIndent(): String
fun String.trimMargin(marginPrefix: String = "|"): String
fun String.prependIndent(indent: String = ""): String
fun String.lowercase(): String
fun String.uppercase(): String
fun String.replaceFirstChar(transform: (Char) -> CharSequence): String
fun String.padStart(length: Int, padChar: Char = ' '): String
fun String.padEnd(length: Int, padChar: Char = ' '): String
fun String.drop(n: Int): String
fun String.dropLast(n: Int): String
fun String.take(n: Int): String
fun String.takeLast(n: Int): String
fun String.reversed(): String
fun String.format(vararg args: Any?): String
fun String.toInt(): Int
fun String.toLong(): Long
fun String.toDouble(): Double
fun String.toFloat(): Float
fun String.toBoolean(): Boolean
fun String.toIntOrNull(): Int
fun String.toLongOrNull(): Long
fun String.toDoubleOrNull(): Double
fun String.toRegex(): Regex
fun String.toByteArray(): ByteArray
fun String.encodeToByteArray(): ByteArray
fun String.toCharArray(): CharArray
fun String?.orEmpty(): String
fun String.equals(other: String?, ignoreCase: Boolean = false): Boolean
fun <C, R> C.ifEmpty(defaultValue: () -> R): R
fun <C, R> C.ifBlank(defaultValue: () -> R): R
fun String.repeat(n: Int): String
fun Char.isDigit(): Boolean
fun Char.isLetter(): Boolean
fun Char.isLetterOrDigit(): Boolean
fun Char.isWhitespace(): Boolean
fun Char.isUpperCase(): Boolean
fun Char.isLowerCase(): Boolean
fun Char.lowercaseChar(): Char
fun Char.uppercaseChar(): Char
fun ByteArray.decodeToString(): String
