package kotlinx.coroutines.flow

import kotlin.coroutines.*
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.*

interface Flow<T> {
    fun collect(collector: FlowCollector<T>)
}
fun interface FlowCollector<T> {
    fun emit(value: T)
}
interface SharedFlow<T> : Flow<T> {
    val replayCache: List<T>
}
interface StateFlow<T> : SharedFlow<T> {
    val value: T
}
interface MutableSharedFlow<T> : SharedFlow<T>, FlowCollector<T> {
    val subscriptionCount: StateFlow<Int>
    fun tryEmit(value: T): Boolean
    fun resetReplayCache()
}
interface MutableStateFlow<T> : StateFlow<T>, MutableSharedFlow<T> {
    val value: T
    fun compareAndSet(expect: T, update: T): Boolean
}
fun interface SharingStarted
fun <T> MutableSharedFlow(replay: Int = 0, extraBufferCapacity: Int = 0, onBufferOverflow: Any? = null): MutableSharedFlow<T>
fun <T> MutableStateFlow(value: T): MutableStateFlow<T>
fun <T> flow(block: FlowCollector<T>.() -> Unit): Flow<T>
fun <T> channelFlow(block: ProducerScope<T>.() -> Unit): Flow<T>
fun <T> callbackFlow(block: ProducerScope<T>.() -> Unit): Flow<T>
fun <T> flowOf(vararg elements: T): Flow<T>
fun <T> emptyFlow(): Flow<T>
fun <T> merge(vararg flows: Flow<T>): Flow<T>
fun <A, B, R> combine(flow: Flow<A>, flow2: Flow<B>, transform: (A, B) -> R): Flow<R>
fun <T> (() -> T).asFlow(): Flow<T>
fun <T> Iterable<T>.asFlow(): Flow<T>
fun <T> Sequence<T>.asFlow(): Flow<T>
fun <T> Array<T>.asFlow(): Flow<T>
fun <T> ReceiveChannel<T>.receiveAsFlow(): Flow<T>
fun <T> ReceiveChannel<T>.consumeAsFlow(): Flow<T>
fun <T> MutableSharedFlow<T>.asSharedFlow(): SharedFlow<T>
fun <T> MutableStateFlow<T>.asStateFlow(): StateFlow<T>
fun <T> MutableStateFlow<T>.update(function: (T) -> T)
fun <T> MutableStateFlow<T>.updateAndGet(function: (T) -> T): T
fun <T> MutableStateFlow<T>.getAndUpdate(function: (T) -> T): T
fun <T> FlowCollector<T>.emitAll(flow: Flow<T>)
fun <T> FlowCollector<T>.emitAll(channel: ReceiveChannel<T>)
fun <T> Flow<T>.collectLatest(action: (T) -> Unit)
fun <T> Flow<T>.collectIndexed(action: (Int, T) -> Unit)
fun <T> Flow<T>.launchIn(scope: CoroutineScope): Job
fun <T, R> Flow<T>.map(transform: (T) -> R): Flow<R>
fun <T, R> Flow<T>.mapNotNull(transform: (T) -> R): Flow<R>
fun <T, R> Flow<T>.mapLatest(transform: (T) -> R): Flow<R>
fun <T, R> Flow<T>.transform(transform: FlowCollector<R>.(T) -> Unit): Flow<R>
fun <T, R> Flow<T>.flatMapConcat(transform: (T) -> Flow<R>): Flow<R>
fun <T, R> Flow<T>.flatMapMerge(concurrency: Int = 16, transform: (T) -> Flow<R>): Flow<R>
fun <T, R> Flow<T>.flatMapLatest(transform: (T) -> Flow<R>): Flow<R>
fun <T> Flow<T>.filter(predicate: (T) -> Boolean): Flow<T>
fun <T> Flow<T>.filterNot(predicate: (T) -> Boolean): Flow<T>
fun <T> Flow<T>.filterNotNull(): Flow<T>
fun <R> Flow<*>.filterIsInstance(): Flow<R>
fun <T> Flow<T>.onEach(action: (T) -> Unit): Flow<T>
fun <T> Flow<T>.onStart(action: FlowCollector<T>.() -> Unit): Flow<T>
fun <T> Flow<T>.onCompletion(action: FlowCollector<T>.(Throwable) -> Unit): Flow<T>
fun <T> Flow<T>.onEmpty(action: FlowCollector<T>.() -> Unit): Flow<T>
fun <T> Flow<T>.catch(action: FlowCollector<T>.(Throwable) -> Unit): Flow<T>
fun <T> Flow<T>.retry(retries: Long = Long.MAX_VALUE, predicate: (Throwable) -> Boolean = { true }): Flow<T>
fun <T> Flow<T>.take(count: Int): Flow<T>
fun <T> Flow<T>.takeWhile(predicate: (T) -> Boolean): Flow<T>
fun <T> Flow<T>.drop(count: Int): Flow<T>
fun <T> Flow<T>.dropWhile(predicate: (T) -> Boolean): Flow<T>
fun <T> Flow<T>.distinctUntilChanged(): Flow<T>
fun <T, K> Flow<T>.distinctUntilChangedBy(keySelector: (T) -> K): Flow<T>
fun <T> Flow<T>.debounce(timeout: Any): Flow<T>
fun <T> Flow<T>.sample(period: Any): Flow<T>
fun <T> Flow<T>.buffer(capacity: Int = 0, onBufferOverflow: Any? = null): Flow<T>
fun <T> Flow<T>.conflate(): Flow<T>
fun <T> Flow<T>.flowOn(context: CoroutineContext): Flow<T>
fun <T> Flow<T>.cancellable(): Flow<T>
fun <T> Flow<T>.withIndex(): Flow<IndexedValue<T>>
fun <T, R> Flow<T>.scan(initial: R, operation: (R, T) -> R): Flow<R>
fun <T, R> Flow<T>.runningFold(initial: R, operation: (R, T) -> R): Flow<R>
fun <A, B, R> Flow<A>.combine(flow: Flow<B>, transform: (A, B) -> R): Flow<R>
fun <A, B, R> Flow<A>.zip(other: Flow<B>, transform: (A, B) -> R): Flow<R>
fun <T> Flow<T>.first(): T
fun <T> Flow<T>.first(predicate: (T) -> Boolean): T
fun <T> Flow<T>.firstOrNull(): T
fun <T> Flow<T>.firstOrNull(predicate: (T) -> Boolean): T
fun <T> Flow<T>.last(): T
fun <T> Flow<T>.lastOrNull(): T
fun <T> Flow<T>.single(): T
fun <T> Flow<T>.singleOrNull(): T
fun <T> Flow<T>.toList(): List<T>
fun <T> Flow<T>.toSet(): Set<T>
fun <T> Flow<T>.count(): Int
fun <T, R> Flow<T>.fold(initial: R, operation: (R, T) -> R): R
fun <T> Flow<T>.reduce(operation: (T, T) -> T): T
fun <T> Flow<T>.stateIn(scope: CoroutineScope, started: SharingStarted, initialValue: T): StateFlow<T>
fun <T> Flow<T>.stateIn(scope: CoroutineScope): StateFlow<T>
fun <T> Flow<T>.shareIn(scope: CoroutineScope, started: SharingStarted, replay: Int = 0): SharedFlow<T>
fun <T> Flow<T>.produceIn(scope: CoroutineScope): ReceiveChannel<T>
