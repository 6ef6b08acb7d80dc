package kotlin.coroutines

interface CoroutineContext {
    fun <E> get(key: CoroutineContext.Key<E>): E
    fun <R> fold(initial: R, operation: (R, CoroutineContext.Element) -> R): R
    fun plus(context: CoroutineContext): CoroutineContext
    fun minusKey(key: CoroutineContext.Key<*>): CoroutineContext
    interface Key<E>
    interface Element : CoroutineContext {
        val key: CoroutineContext.Key<*>
    }
}
object EmptyCoroutineContext : CoroutineContext
abstract class AbstractCoroutineContextElement : CoroutineContext.Element {
    constructor(key: CoroutineContext.Key<*>)
}
interface ContinuationInterceptor : CoroutineContext.Element
interface Continuation<T> {
    val context: CoroutineContext
    fun resumeWith(result: Result<T>)
}
val coroutineContext: CoroutineContext
fun <T> Continuation<T>.resume(value: T)
fun <T> Continuation<T>.resumeWithException(exception: Throwable)
fun <T> suspendCoroutine(block: (Continuation<T>) -> Unit): T
