package kotlin.test

import kotlin.reflect.*

fun assertTrue(actual: Boolean, message: String? = null)
fun assertTrue(message: String? = null, block: () -> Boolean)
fun assertFalse(actual: Boolean, message: String? = null)
fun assertFalse(message: String? = null, block: () -> Boolean)
fun <T> assertEquals(expected: T, actual: T, message: String? = null)
fun <T> assertNotEquals(illegal: T, actual: T, message: String? = null)
fun <T> assertSame(expected: T, actual: T, message: String? = null)
fun <T> assertNotSame(illegal: T, actual: T, message: String? = null)
fun <T> assertIs(value: Any?, message: String? = null): T
fun <T> assertNotNull(actual: T?, message: String? = null): T
fun <T, R> assertNotNull(actual: T?, message: String? = null, block: (T) -> R)
fun assertNull(actual: Any?, message: String? = null)
fun assertFails(block: () -> Unit): Throwable
fun assertFails(message: String?, block: () -> Unit): Throwable
fun <T> assertFailsWith(message: String? = null, block: () -> Unit): T
fun <T> assertFailsWith(exceptionClass: KClass<T>, block: () -> Unit): T
fun <T> assertFailsWith(exceptionClass: KClass<T>, message: String?, block: () -> Unit): T
fun <T> assertContains(iterable: Iterable<T>, element: T, message: String? = null)
fun assertContains(charSequence: CharSequence, other: Any, ignoreCase: Boolean = false, message: String? = null)
fun <T> assertContentEquals(expected: Any?, actual: Any?, message: String? = null)
fun fail(message: String? = null): Nothing
fun <R> expect(expected: R, block: () -> R)
