package kotlin.sequences

interface Sequence<T> {
    fun iterator(): Iterator<T>
}
interface SequenceScope<T> {
    fun yield(value: T)
    fun yieldAll(elements: Iterable<T>)
    fun yieldAll(sequence: Sequence<T>)
}
fun <T> sequence(block: SequenceScope<T>.() -> Unit): Sequence<T>
fun <T> sequenceOf(vararg elements: T): Sequence<T>
fun <T> emptySequence(): Sequence<T>
fun <T> generateSequence(nextFunction: () -> T): Sequence<T>
fun <T> generateSequence(seed: T, nextFunction: (T) -> T): Sequence<T>
fun <T> Sequence<T>.forEach(action: (T) -> Unit)
fun <T> Sequence<T>.forEachIndexed(action: (Int, T) -> Unit)
fun <T> Sequence<T>.onEach(action: (T) -> Unit): Sequence<T>
fun <T, R> Sequence<T>.map(transform: (T) -> R): Sequence<R>
fun <T, R> Sequence<T>.mapNotNull(transform: (T) -> R): Sequence<R>
fun <T, R> Sequence<T>.mapIndexed(transform: (Int, T) -> R): Sequence<R>
fun <T, R> Sequence<T>.flatMap(transform: (T) -> Iterable<R>): Sequence<R>
fun <T> Sequence<T>.filter(predicate: (T) -> Boolean): Sequence<T>
fun <T> Sequence<T>.filterNot(predicate: (T) -> Boolean): Sequence<T>
fun <T> Sequence<T>.filterIndexed(predicate: (Int, T) -> Boolean): Sequence<T>
fun <T> Sequence<T>.filterNotNull(): Sequence<T>
fun <R> Sequence<*>.filterIsInstance(): Sequence<R>
fun <T, R> Sequence<T>.mapTo(destination: R, transform: (T) -> Any?): R
fun <T, R> Sequence<T>.filterTo(destination: R, predicate: (T) -> Boolean): R
fun <T, R> Sequence<T>.toCollection(destination: R): R
fun <T> Sequence<T>.any(predicate: (T) -> Boolean): Boolean
fun <T> Sequence<T>.any(): Boolean
fun <T> Sequence<T>.all(predicate: (T) -> Boolean): Boolean
fun <T> Sequence<T>.none(predicate: (T) -> Boolean): Boolean
fun <T> Sequence<T>.none(): Boolean
fun <T> Sequence<T>.count(predicate: (T) -> Boolean): Int
fun <T> Sequence<T>.count(): Int
fun <T> Sequence<T>.contains(element: T): Boolean
fun <T> Sequence<T>.indexOf(element: T): Int
fun <T> Sequence<T>.first(): T
fun <T> Sequence<T>.first(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.firstOrNull(): T
fun <T> Sequence<T>.firstOrNull(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.last(): T
fun <T> Sequence<T>.last(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.lastOrNull(): T
fun <T> Sequence<T>.lastOrNull(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.find(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.findLast(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.single(): T
fun <T> Sequence<T>.single(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.singleOrNull(): T
fun <T> Sequence<T>.singleOrNull(predicate: (T) -> Boolean): T
fun <T> Sequence<T>.elementAt(index: Int): T
fun <T> Sequence<T>.indexOfFirst(predicate: (T) -> Boolean): Int
fun <T> Sequence<T>.indexOfLast(predicate: (T) -> Boolean): Int
fun <T, R> Sequence<T>.firstNotNullOf(transform: (T) -> R): R
fun <T, R> Sequence<T>.firstNotNullOfOrNull(transform: (T) -> R): R
fun <T, R> Sequence<T>.fold(initial: R, operation: (R, T) -> R): R
fun <T> Sequence<T>.reduce(operation: (T, T) -> T): T
fun <T, K> Sequence<T>.groupBy(keySelector: (T) -> K): Map<K, List<T>>
fun <T, K, V> Sequence<T>.groupBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, List<V>>
fun <T, K> Sequence<T>.associateBy(keySelector: (T) -> K): Map<K, T>
fun <T, K, V> Sequence<T>.associateBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, V>
fun <T, V> Sequence<T>.associateWith(valueSelector: (T) -> V): Map<T, V>
fun <T, K, V> Sequence<T>.associate(transform: (T) -> Pair<K, V>): Map<K, V>
fun <T> Sequence<T>.partition(predicate: (T) -> Boolean): Pair<List<T>, List<T>>
fun <T> Sequence<T>.sortedBy(selector: (T) -> Any?): Sequence<T>
fun <T> Sequence<T>.sortedByDescending(selector: (T) -> Any?): Sequence<T>
fun <T> Sequence<T>.sortedWith(comparator: Comparator<T>): Sequence<T>
fun <T> Sequence<T>.sorted(): Sequence<T>
fun <T> Sequence<T>.reversed(): List<T>
fun <T> Sequence<T>.distinct(): Sequence<T>
fun <T, K> Sequence<T>.distinctBy(selector: (T) -> K): Sequence<T>
fun <T> Sequence<T>.take(n: Int): Sequence<T>
fun <T> Sequence<T>.takeWhile(predicate: (T) -> Boolean): Sequence<T>
fun <T> Sequence<T>.drop(n: Int): Sequence<T>
fun <T> Sequence<T>.dropWhile(predicate: (T) -> Boolean): Sequence<T>
fun <T> Sequence<T>.chunked(size: Int): Sequence<List<T>>
fun <T, R> Sequence<T>.zip(other: Sequence<R>): Sequence<Pair<T, R>>
fun <T> Sequence<T>.zipWithNext(): Sequence<Pair<T, T>>
fun <T> Sequence<T>.withIndex(): Sequence<IndexedValue<T>>
fun <T> Sequence<T>.plus(element: T): Sequence<T>
fun <T> Sequence<T>.plus(elements: Iterable<T>): Sequence<T>
fun <T> Sequence<T>.minus(element: T): Sequence<T>
fun <T> Sequence<T>.minus(elements: Iterable<T>): Sequence<T>
fun <T> Sequence<T>.toList(): List<T>
fun <T> Sequence<T>.toMutableList(): MutableList<T>
fun <T> Sequence<T>.toSet(): Set<T>
fun <T> Sequence<T>.toMutableSet(): MutableSet<T>
fun <T> Sequence<T>.toHashSet(): HashSet<T>
fun <T> Sequence<T>.asSequence(): Sequence<T>
fun <T> Sequence<T>.asIterable(): Iterable<T>
fun <T> Sequence<T>.sumOf(selector: (T) -> Int): Int
fun <T> Sequence<T>.maxOf(selector: (T) -> Any?): Int
fun <T> Sequence<T>.maxByOrNull(selector: (T) -> Any?): T
fun <T> Sequence<T>.minByOrNull(selector: (T) -> Any?): T
fun <T> Sequence<T>.maxOrNull(): T
fun <T> Sequence<T>.minOrNull(): T
fun <T> Sequence<T>.joinToString(separator: CharSequence = "", prefix: CharSequence = "", postfix: CharSequence = "", limit: Int = -1, truncated: CharSequence = "", transform: (T) -> CharSequence = null): String
