package kotlinx.coroutines.channels

import kotlin.coroutines.*
import kotlinx.coroutines.*

interface SendChannel<E> {
    val isClosedForSend: Boolean
    val onSend: Any
    fun send(element: E)
    fun trySend(element: E): ChannelResult<Unit>
    fun close(cause: Throwable? = null): Boolean
    fun invokeOnClose(handler: (Throwable) -> Unit)
    fun offer(element: E): Boolean
}
interface ReceiveChannel<E> {
    val isClosedForReceive: Boolean
    val isEmpty: Boolean
    val onReceive: Any
    val onReceiveCatching: Any
    val onReceiveOrNull: Any
    fun receive(): E
    fun receiveCatching(): ChannelResult<E>
    fun tryReceive(): ChannelResult<E>
    fun iterator(): ChannelIterator<E>
    fun cancel(cause: Any? = null)
    fun poll(): E
    fun receiveOrNull(): E
}
interface ChannelIterator<E> {
    fun hasNext(): Boolean
    fun next(): E
}
class ChannelResult<T> {
    val isSuccess: Boolean
    val isFailure: Boolean
    val isClosed: Boolean
    fun getOrNull(): T
    fun getOrThrow(): T
    fun exceptionOrNull(): Throwable
}
interface Channel<E> : SendChannel<E>, ReceiveChannel<E> {
    companion object {
        val UNLIMITED: Int
        val RENDEZVOUS: Int
        val CONFLATED: Int
        val BUFFERED: Int
    }
}
enum class BufferOverflow { SUSPEND, DROP_OLDEST, DROP_LATEST }
interface ProducerScope<E> : CoroutineScope, SendChannel<E> {
    val channel: SendChannel<E>
}
fun <E> Channel(capacity: Int = Channel.RENDEZVOUS, onBufferOverflow: BufferOverflow = BufferOverflow.SUSPEND, onUndeliveredElement: ((E) -> Unit)? = null): Channel<E>
fun <E> CoroutineScope.produce(context: CoroutineContext = EmptyCoroutineContext, capacity: Int = Channel.RENDEZVOUS, block: ProducerScope<E>.() -> Unit): ReceiveChannel<E>
fun ProducerScope<*>.awaitClose(block: () -> Unit = {})
fun <E> ReceiveChannel<E>.consumeEach(action: (E) -> Unit)
fun <E, R> ReceiveChannel<E>.consume(block: ReceiveChannel<E>.() -> R): R
fun <E> ReceiveChannel<E>.toList(): List<E>
fun <E> SendChannel<E>.trySendBlocking(element: E): ChannelResult<Unit>
fun <T> ChannelResult<T>.getOrElse(onFailure: (Throwable) -> T): T
fun <T> ChannelResult<T>.onSuccess(action: (T) -> Unit): ChannelResult<T>
fun <T> ChannelResult<T>.onFailure(action: (Throwable) -> Unit): ChannelResult<T>
fun <T> ChannelResult<T>.onClosed(action: (Throwable) -> Unit): ChannelResult<T>
