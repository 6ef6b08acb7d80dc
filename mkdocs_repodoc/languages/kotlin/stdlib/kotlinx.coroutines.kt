package kotlinx.coroutines

import kotlin.coroutines.*
import kotlin.time.*

interface CoroutineScope {
    val coroutineContext: CoroutineContext
}
object GlobalScope : CoroutineScope
class Dispatchers {
    companion object {
        val Default: CoroutineDispatcher
        val Main: MainCoroutineDispatcher
        val Unconfined: CoroutineDispatcher
        val IO: CoroutineDispatcher
    }
}
abstract class CoroutineDispatcher : ContinuationInterceptor {
    fun isDispatchNeeded(context: CoroutineContext): Boolean
    fun limitedParallelism(parallelism: Int, name: String? = null): CoroutineDispatcher
    fun dispatch(context: CoroutineContext, block: Any)
}
abstract class MainCoroutineDispatcher : CoroutineDispatcher {
    val immediate: MainCoroutineDispatcher
}
object NonCancellable : Job
class CoroutineName(val name: String) : CoroutineContext.Element
enum class CoroutineStart { DEFAULT, LAZY, ATOMIC, UNDISPATCHED }
interface DisposableHandle {
    fun dispose()
}
interface Job : CoroutineContext.Element {
    val parent: Job?
    val isActive: Boolean
    val isCompleted: Boolean
    val isCancelled: Boolean
    val children: Sequence<Job>
    val onJoin: Any
    fun start(): Boolean
    fun cancel(cause: Any? = null)
    fun join()
    fun getCancellationException(): Throwable
    fun attachChild(child: Any): Any
    fun invokeOnCompletion(handler: (Throwable) -> Unit): DisposableHandle
    fun invokeOnCompletion(onCancelling: Boolean, invokeImmediately: Boolean, handler: (Throwable) -> Unit): DisposableHandle
}
interface CompletableJob : Job {
    fun complete(): Boolean
    fun completeExceptionally(exception: Throwable): Boolean
}
interface Deferred<T> : Job {
    val onAwait: Any
    fun await(): T
    fun getCompleted(): T
    fun getCompletionExceptionOrNull(): Throwable
}
interface CompletableDeferred<T> : Deferred<T> {
    fun complete(value: T): Boolean
    fun completeExceptionally(exception: Throwable): Boolean
}
interface CancellableContinuation<T> : Continuation<T> {
    val isActive: Boolean
    val isCompleted: Boolean
    val isCancelled: Boolean
    fun cancel(cause: Throwable? = null): Boolean
    fun invokeOnCancellation(handler: (Throwable) -> Unit)
    fun resume(value: T, onCancellation: (Throwable) -> Unit)
    fun tryResume(value: T, idempotent: Any? = null): Any
    fun tryResumeWithException(exception: Throwable): Any
    fun completeResume(token: Any)
    fun initCancellability()
    fun resumeUndispatched(value: T)
}
fun Job(parent: Job? = null): CompletableJob
fun SupervisorJob(parent: Job? = null): CompletableJob
fun CoroutineScope(context: CoroutineContext): CoroutineScope
fun MainScope(): CoroutineScope
fun <T> CompletableDeferred(parent: Job? = null): CompletableDeferred<T>
fun <T> CompletableDeferred(value: T): CompletableDeferred<T>
fun CoroutineScope.launch(context: CoroutineContext = EmptyCoroutineContext, start: CoroutineStart = CoroutineStart.DEFAULT, block: CoroutineScope.() -> Unit): Job
fun <T> CoroutineScope.async(context: CoroutineContext = EmptyCoroutineContext, start: CoroutineStart = CoroutineStart.DEFAULT, block: CoroutineScope.() -> T): Deferred<T>
fun <T> runBlocking(context: CoroutineContext = EmptyCoroutineContext, block: CoroutineScope.() -> T): T
fun <R> coroutineScope(block: CoroutineScope.() -> R): R
fun <R> supervisorScope(block: CoroutineScope.() -> R): R
fun <T> withContext(context: CoroutineContext, block: CoroutineScope.() -> T): T
fun <T> withTimeout(timeMillis: Long, block: CoroutineScope.() -> T): T
fun <T> withTimeout(timeout: Duration, block: CoroutineScope.() -> T): T
fun <T> withTimeoutOrNull(timeMillis: Long, block: CoroutineScope.() -> T): T
fun <T> withTimeoutOrNull(timeout: Duration, block: CoroutineScope.() -> T): T
fun <T> suspendCancellableCoroutine(block: (CancellableContinuation<T>) -> Unit): T
fun <T> runInterruptible(context: CoroutineContext = EmptyCoroutineContext, block: () -> T): T
fun delay(timeMillis: Long)
fun delay(duration: Duration)
fun yield()
fun awaitCancellation(): Nothing
fun currentCoroutineContext(): CoroutineContext
fun CoroutineScope.plus(context: CoroutineContext): CoroutineScope
fun CoroutineScope.cancel(message: String, cause: Throwable? = null)
fun CoroutineScope.cancel(cause: Any? = null)
fun CoroutineScope.ensureActive()
val CoroutineScope.isActive: Boolean
fun CoroutineContext.cancel(cause: Any? = null)
fun CoroutineContext.cancelChildren(cause: Any? = null)
fun CoroutineContext.ensureActive()
val CoroutineContext.isActive: Boolean
val CoroutineContext.job: Job
fun Job.cancelAndJoin()
fun Job.cancelChildren(cause: Any? = null)
fun Job.cancel(message: String, cause: Throwable? = null)
fun Job.ensureActive()
fun <T> Collection<Deferred<T>>.awaitAll(): List<T>
fun <T> awaitAll(vararg deferreds: Deferred<T>): List<T>
fun Collection<Job>.joinAll()
fun joinAll(vararg jobs: Job)
