package kotlin.collections

interface Iterator<T> {
    fun next(): T
    fun hasNext(): Boolean
}
interface MutableIterator<T> : Iterator<T> {
    fun remove()
}
interface ListIterator<T> : Iterator<T>
interface MutableListIterator<T> : ListIterator<T>, MutableIterator<T>
interface Iterable<T> {
    fun iterator(): Iterator<T>
}
interface MutableIterable<T> : Iterable<T>
interface Collection<E> : Iterable<E> {
    val size: Int
    fun isEmpty(): Boolean
    fun contains(element: E): Boolean
    fun containsAll(elements: Collection<E>): Boolean
}
interface MutableCollection<E> : Collection<E>, MutableIterable<E> {
    fun add(element: E): Boolean
    fun remove(element: E): Boolean
    fun addAll(elements: Collection<E>): Boolean
    fun removeAll(elements: Collection<E>): Boolean
    fun retainAll(elements: Collection<E>): Boolean
    fun clear()
}
interface List<E> : Collection<E> {
    fun get(index: Int): E
    fun indexOf(element: E): Int
    fun lastIndexOf(element: E): Int
    fun subList(fromIndex: Int, toIndex: Int): List<E>
    fun listIterator(): ListIterator<E>
}
interface MutableList<E> : List<E>, MutableCollection<E> {
    fun add(index: Int, element: E)
    fun set(index: Int, element: E): E
    fun removeAt(index: Int): E
}
interface Set<E> : Collection<E>
interface MutableSet<E> : Set<E>, MutableCollection<E>
interface Map<K, V> {
    val size: Int
    val keys: Set<K>
    val values: Collection<V>
    val entries: Set<Map.Entry<K, V>>
    fun isEmpty(): Boolean
    fun containsKey(key: K): Boolean
    fun containsValue(value: V): Boolean
    fun get(key: K): V
    interface Entry<K, V> {
        val key: K
        val value: V
    }
}
interface MutableMap<K, V> : Map<K, V> {
    fun put(key: K, value: V): V
    fun remove(key: K): V
    fun putAll(from: Map<K, V>)
    fun clear()
    fun set(key: K, value: V)
}
class ArrayList<E> : MutableList<E> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(elements: Collection<E>)
}
class LinkedHashSet<E> : MutableSet<E> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(elements: Collection<E>)
}
class HashSet<E> : MutableSet<E> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(elements: Collection<E>)
}
class HashMap<K, V> : MutableMap<K, V> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(original: Map<K, V>)
}
class LinkedHashMap<K, V> : MutableMap<K, V> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(original: Map<K, V>)
}
class ArrayDeque<E> : MutableList<E> {
    constructor()
    constructor(initialCapacity: Int)
    constructor(elements: Collection<E>)
    fun first(): E
    fun last(): E
    fun addFirst(element: E)
    fun addLast(element: E)
    fun removeFirst(): E
    fun removeLast(): E
    fun removeFirstOrNull(): E
    fun removeLastOrNull(): E
}
data class IndexedValue<T>(val index: Int, val value: T)
interface Grouping<T, K>

fun <T> emptyList(): List<T>
fun <T> listOf(vararg elements: T): List<T>
fun <T> listOfNotNull(vararg elements: T): List<T>
fun <T> mutableListOf(vararg elements: T): MutableList<T>
fun <T> arrayListOf(vararg elements: T): ArrayList<T>
fun <T> emptySet(): Set<T>
fun <T> setOf(vararg elements: T): Set<T>
fun <T> mutableSetOf(vararg elements: T): MutableSet<T>
fun <T> hashSetOf(vararg elements: T): HashSet<T>
fun <T> linkedSetOf(vararg elements: T): LinkedHashSet<T>
fun <K, V> emptyMap(): Map<K, V>
fun <K, V> mapOf(vararg pairs: Pair<K, V>): Map<K, V>
fun <K, V> mutableMapOf(vararg pairs: Pair<K, V>): MutableMap<K, V>
fun <K, V> hashMapOf(vararg pairs: Pair<K, V>): HashMap<K, V>
fun <K, V> linkedMapOf(vararg pairs: Pair<K, V>): LinkedHashMap<K, V>
fun <T> buildList(builderAction: MutableList<T>.() -> Unit): List<T>
fun <T> buildList(capacity: Int, builderAction: MutableList<T>.() -> Unit): List<T>
fun <T> buildSet(builderAction: MutableSet<T>.() -> Unit): Set<T>
fun <K, V> buildMap(builderAction: MutableMap<K, V>.() -> Unit): Map<K, V>
fun <T> List(size: Int, init: (Int) -> T): List<T>
fun <T> MutableList(size: Int, init: (Int) -> T): MutableList<T>

val <T> Collection<T>.indices: IntRange
val <T> List<T>.lastIndex: Int
val <T> Array<T>.indices: IntRange
val <T> Array<T>.lastIndex: Int
val ByteArray.indices: IntRange
val ByteArray.lastIndex: Int
fun <T> Iterator<T>.iterator(): Iterator<T>
fun <T> Iterator<T>.forEach(operation: (T) -> Unit)
fun <T> MutableCollection<T>.plusAssign(element: T)
fun <T> MutableCollection<T>.addAll(elements: Iterable<T>): Boolean
fun <T> MutableCollection<T>.addAll(elements: Array<T>): Boolean
fun <T> MutableIterable<T>.removeAll(predicate: (T) -> Boolean): Boolean
fun <T> MutableIterable<T>.retainAll(predicate: (T) -> Boolean): Boolean
fun <T> MutableList<T>.sortBy(selector: (T) -> Any?)
fun <T> MutableList<T>.sortWith(comparator: Comparator<T>)
fun <T> MutableList<T>.sort()
fun <T> MutableList<T>.reverse()
fun <T> MutableList<T>.removeFirst(): T
fun <T> MutableList<T>.removeLast(): T
fun <T> MutableList<T>.removeLastOrNull(): T
fun <T> Collection<T>.isNotEmpty(): Boolean
fun <T> Collection<T>?.isNullOrEmpty(): Boolean
fun <T> Collection<T>?.orEmpty(): Collection<T>
fun <T> List<T>?.orEmpty(): List<T>
fun <T> Set<T>?.orEmpty(): Set<T>
fun <T> Collection<T>.toTypedArray(): Array<T>
fun <T> List<T>.asReversed(): List<T>
fun <T> List<T>.getOrNull(index: Int): T
fun <T> List<T>.getOrElse(index: Int, defaultValue: (Int) -> T): T
fun <T> Array<T>.getOrNull(index: Int): T
fun <T> List<T>.dropLast(n: Int): List<T>
fun <T> List<T>.dropLastWhile(predicate: (T) -> Boolean): List<T>
fun <T> List<T>.takeLast(n: Int): List<T>
fun <T> List<T>.binarySearch(element: T): Int
fun <T> List<T>.component1(): T
fun <T> List<T>.component2(): T
fun <T> List<T>.component3(): T
fun <T> List<T>.component4(): T
fun <T> List<T>.slice(indices: IntRange): List<T>
fun <T> Set<T>.plus(element: T): Set<T>
fun <T> Set<T>.plus(elements: Iterable<T>): Set<T>
fun <T> Set<T>.minus(element: T): Set<T>
fun <K, V> Map.Entry<K, V>.component1(): K
fun <K, V> Map.Entry<K, V>.component2(): V
fun <K, V> Map.Entry<K, V>.toPair(): Pair<K, V>
fun <K, V> Map<K, V>.iterator(): Iterator<Map.Entry<K, V>>
fun <K, V> Map<K, V>.getValue(key: K): V
fun <K, V> Map<K, V>.getOrElse(key: K, defaultValue: () -> V): V
fun <K, V> Map<K, V>.getOrDefault(key: K, defaultValue: V): V
fun <K, V> MutableMap<K, V>.getOrPut(key: K, defaultValue: () -> V): V
fun <K, V> MutableMap<K, V>.computeIfAbsent(key: K, mappingFunction: (K) -> V): V
fun <K, V> Map<K, V>.isNotEmpty(): Boolean
fun <K, V> Map<K, V>?.isNullOrEmpty(): Boolean
fun <K, V> Map<K, V>?.orEmpty(): Map<K, V>
fun <K, V> Map<K, V>.contains(key: K): Boolean
fun <K, V> Map<K, V>.plus(pair: Pair<K, V>): Map<K, V>
fun <K, V> Map<K, V>.plus(map: Map<K, V>): Map<K, V>
fun <K, V> Map<K, V>.minus(key: K): Map<K, V>
fun <K, V> Map<K, V>.toMap(): Map<K, V>
fun <K, V> Map<K, V>.toMutableMap(): MutableMap<K, V>
fun <K, V> Map<K, V>.toList(): List<Pair<K, V>>
fun <K, V> Map<K, V>.forEach(action: (Map.Entry<K, V>) -> Unit)
fun <K, V> Map<K, V>.onEach(action: (Map.Entry<K, V>) -> Unit): Map<K, V>
fun <K, V> Map<K, V>.any(predicate: (Map.Entry<K, V>) -> Boolean): Boolean
fun <K, V> Map<K, V>.all(predicate: (Map.Entry<K, V>) -> Boolean): Boolean
fun <K, V> Map<K, V>.none(predicate: (Map.Entry<K, V>) -> Boolean): Boolean
fun <K, V> Map<K, V>.count(predicate: (Map.Entry<K, V>) -> Boolean): Int
fun <K, V> Map<K, V>.filter(predicate: (Map.Entry<K, V>) -> Boolean): Map<K, V>
fun <K, V> Map<K, V>.filterNot(predicate: (Map.Entry<K, V>) -> Boolean): Map<K, V>
fun <K, V> Map<K, V>.filterKeys(predicate: (K) -> Boolean): Map<K, V>
fun <K, V> Map<K, V>.filterValues(predicate: (V) -> Boolean): Map<K, V>
fun <K, V, R> Map<K, V>.map(transform: (Map.Entry<K, V>) -> R): List<R>
fun <K, V, R> Map<K, V>.mapNotNull(transform: (Map.Entry<K, V>) -> R): List<R>
fun <K, V, R> Map<K, V>.flatMap(transform: (Map.Entry<K, V>) -> Iterable<R>): List<R>
fun <K, V, R> Map<K, V>.mapKeys(transform: (Map.Entry<K, V>) -> R): Map<R, V>
fun <K, V, R> Map<K, V>.mapValues(transform: (Map.Entry<K, V>) -> R): Map<K, R>
fun <K, V> Map<K, V>.asSequence(): Sequence<Map.Entry<K, V>>
fun <K, V> Map<K, V>.asIterable(): Iterable<Map.Entry<K, V>>
fun <K, V> Iterable<Pair<K, V>>.toMap(): Map<K, V>
fun <K, V> Array<Pair<K, V>>.toMap(): Map<K, V>
fun <T> Iterable<Iterable<T>>.flatten(): List<T>
fun <T, R> Iterable<Pair<T, R>>.unzip(): Pair<List<T>, List<R>>
fun Iterable<Int>.sum(): Int
fun <T> Iterable<T>.forEach(action: (T) -> Unit)
fun <T> Iterable<T>.forEachIndexed(action: (Int, T) -> Unit)
fun <T> Iterable<T>.onEach(action: (T) -> Unit): Iterable<T>
fun <T, R> Iterable<T>.map(transform: (T) -> R): List<R>
fun <T, R> Iterable<T>.mapNotNull(transform: (T) -> R): List<R>
fun <T, R> Iterable<T>.mapIndexed(transform: (Int, T) -> R): List<R>
fun <T, R> Iterable<T>.flatMap(transform: (T) -> Iterable<R>): List<R>
fun <T> Iterable<T>.filter(predicate: (T) -> Boolean): List<T>
fun <T> Iterable<T>.filterNot(predicate: (T) -> Boolean): List<T>
fun <T> Iterable<T>.filterIndexed(predicate: (Int, T) -> Boolean): List<T>
fun <T> Iterable<T>.filterNotNull(): List<T>
fun <R> Iterable<*>.filterIsInstance(): List<R>
fun <T, R> Iterable<T>.mapTo(destination: R, transform: (T) -> Any?): R
fun <T, R> Iterable<T>.filterTo(destination: R, predicate: (T) -> Boolean): R
fun <T, R> Iterable<T>.toCollection(destination: R): R
fun <T> Iterable<T>.any(predicate: (T) -> Boolean): Boolean
fun <T> Iterable<T>.any(): Boolean
fun <T> Iterable<T>.all(predicate: (T) -> Boolean): Boolean
fun <T> Iterable<T>.none(predicate: (T) -> Boolean): Boolean
fun <T> Iterable<T>.none(): Boolean
fun <T> Iterable<T>.count(predicate: (T) -> Boolean): Int
fun <T> Iterable<T>.count(): Int
fun <T> Iterable<T>.contains(element: T): Boolean
fun <T> Iterable<T>.indexOf(element: T): Int
fun <T> Iterable<T>.first(): T
fun <T> Iterable<T>.first(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.firstOrNull(): T
fun <T> Iterable<T>.firstOrNull(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.last(): T
fun <T> Iterable<T>.last(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.lastOrNull(): T
fun <T> Iterable<T>.lastOrNull(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.find(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.findLast(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.single(): T
fun <T> Iterable<T>.single(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.singleOrNull(): T
fun <T> Iterable<T>.singleOrNull(predicate: (T) -> Boolean): T
fun <T> Iterable<T>.elementAt(index: Int): T
fun <T> Iterable<T>.indexOfFirst(predicate: (T) -> Boolean): Int
fun <T> Iterable<T>.indexOfLast(predicate: (T) -> Boolean): Int
fun <T, R> Iterable<T>.firstNotNullOf(transform: (T) -> R): R
fun <T, R> Iterable<T>.firstNotNullOfOrNull(transform: (T) -> R): R
fun <T, R> Iterable<T>.fold(initial: R, operation: (R, T) -> R): R
fun <T> Iterable<T>.reduce(operation: (T, T) -> T): T
fun <T, K> Iterable<T>.groupBy(keySelector: (T) -> K): Map<K, List<T>>
fun <T, K, V> Iterable<T>.groupBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, List<V>>
fun <T, K> Iterable<T>.associateBy(keySelector: (T) -> K): Map<K, T>
fun <T, K, V> Iterable<T>.associateBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, V>
fun <T, V> Iterable<T>.associateWith(valueSelector: (T) -> V): Map<T, V>
fun <T, K, V> Iterable<T>.associate(transform: (T) -> Pair<K, V>): Map<K, V>
fun <T> Iterable<T>.partition(predicate: (T) -> Boolean): Pair<List<T>, List<T>>
fun <T> Iterable<T>.sortedBy(selector: (T) -> Any?): List<T>
fun <T> Iterable<T>.sortedByDescending(selector: (T) -> Any?): List<T>
fun <T> Iterable<T>.sortedWith(comparator: Comparator<T>): List<T>
fun <T> Iterable<T>.sorted(): List<T>
fun <T> Iterable<T>.reversed(): List<T>
fun <T> Iterable<T>.distinct(): List<T>
fun <T, K> Iterable<T>.distinctBy(selector: (T) -> K): List<T>
fun <T> Iterable<T>.take(n: Int): List<T>
fun <T> Iterable<T>.takeWhile(predicate: (T) -> Boolean): List<T>
fun <T> Iterable<T>.drop(n: Int): List<T>
fun <T> Iterable<T>.dropWhile(predicate: (T) -> Boolean): List<T>
fun <T> Iterable<T>.chunked(size: Int): List<List<T>>
fun <T, R> Iterable<T>.zip(other: Iterable<R>): List<Pair<T, R>>
fun <T> Iterable<T>.zipWithNext(): List<Pair<T, T>>
fun <T> Iterable<T>.withIndex(): Iterable<IndexedValue<T>>
fun <T> Iterable<T>.plus(element: T): List<T>
fun <T> Iterable<T>.plus(elements: Iterable<T>): List<T>
fun <T> Iterable<T>.minus(element: T): List<T>
fun <T> Iterable<T>.minus(elements: Iterable<T>): List<T>
fun <T> Iterable<T>.toList(): List<T>
fun <T> Iterable<T>.toMutableList(): MutableList<T>
fun <T> Iterable<T>.toSet(): Set<T>
fun <T> Iterable<T>.toMutableSet(): MutableSet<T>
fun <T> Iterable<T>.toHashSet(): HashSet<T>
fun <T> Iterable<T>.asSequence(): Sequence<T>
fun <T> Iterable<T>.asIterable(): Iterable<T>
fun <T> Iterable<T>.sumOf(selector: (T) -> Int): Int
fun <T> Iterable<T>.maxOf(selector: (T) -> Any?): Int
fun <T> Iterable<T>.maxByOrNull(selector: (T) -> Any?): T
fun <T> Iterable<T>.minByOrNull(selector: (T) -> Any?): T
fun <T> Iterable<T>.maxOrNull(): T
fun <T> Iterable<T>.minOrNull(): T
fun <T> Iterable<T>.joinToString(separator: CharSequence = "", prefix: CharSequence = "", postfix: CharSequence = "", limit: Int = -1, truncated: CharSequence = "", transform: (T) -> CharSequence = null): String
fun <T> Array<T>.forEach(action: (T) -> Unit)
fun <T> Array<T>.forEachIndexed(action: (Int, T) -> Unit)
fun <T> Array<T>.onEach(action: (T) -> Unit): Array<T>
fun <T, R> Array<T>.map(transform: (T) -> R): List<R>
fun <T, R> Array<T>.mapNotNull(transform: (T) -> R): List<R>
fun <T, R> Array<T>.mapIndexed(transform: (Int, T) -> R): List<R>
fun <T, R> Array<T>.flatMap(transform: (T) -> Iterable<R>): List<R>
fun <T> Array<T>.filter(predicate: (T) -> Boolean): List<T>
fun <T> Array<T>.filterNot(predicate: (T) -> Boolean): List<T>
fun <T> Array<T>.filterIndexed(predicate: (Int, T) -> Boolean): List<T>
fun <T> Array<T>.filterNotNull(): List<T>
fun <R> Array<*>.filterIsInstance(): List<R>
fun <T, R> Array<T>.mapTo(destination: R, transform: (T) -> Any?): R
fun <T, R> Array<T>.filterTo(destination: R, predicate: (T) -> Boolean): R
fun <T, R> Array<T>.toCollection(destination: R): R
fun <T> Array<T>.any(predicate: (T) -> Boolean): Boolean
fun <T> Array<T>.any(): Boolean
fun <T> Array<T>.all(predicate: (T) -> Boolean): Boolean
fun <T> Array<T>.none(predicate: (T) -> Boolean): Boolean
fun <T> Array<T>.none(): Boolean
fun <T> Array<T>.count(predicate: (T) -> Boolean): Int
fun <T> Array<T>.count(): Int
fun <T> Array<T>.contains(element: T): Boolean
fun <T> Array<T>.indexOf(element: T): Int
fun <T> Array<T>.first(): T
fun <T> Array<T>.first(predicate: (T) -> Boolean): T
fun <T> Array<T>.firstOrNull(): T
fun <T> Array<T>.firstOrNull(predicate: (T) -> Boolean): T
fun <T> Array<T>.last(): T
fun <T> Array<T>.last(predicate: (T) -> Boolean): T
fun <T> Array<T>.lastOrNull(): T
fun <T> Array<T>.lastOrNull(predicate: (T) -> Boolean): T
fun <T> Array<T>.find(predicate: (T) -> Boolean): T
fun <T> Array<T>.findLast(predicate: (T) -> Boolean): T
fun <T> Array<T>.single(): T
fun <T> Array<T>.single(predicate: (T) -> Boolean): T
fun <T> Array<T>.singleOrNull(): T
fun <T> Array<T>.singleOrNull(predicate: (T) -> Boolean): T
fun <T> Array<T>.elementAt(index: Int): T
fun <T> Array<T>.indexOfFirst(predicate: (T) -> Boolean): Int
fun <T> Array<T>.indexOfLast(predicate: (T) -> Boolean): Int
fun <T, R> Array<T>.firstNotNullOf(transform: (T) -> R): R
fun <T, R> Array<T>.firstNotNullOfOrNull(transform: (T) -> R): R
fun <T, R> Array<T>.fold(initial: R, operation: (R, T) -> R): R
fun <T> Array<T>.reduce(operation: (T, T) -> T): T
fun <T, K> Array<T>.groupBy(keySelector: (T) -> K): Map<K, List<T>>
fun <T, K, V> Array<T>.groupBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, List<V>>
fun <T, K> Array<T>.associateBy(keySelector: (T) -> K): Map<K, T>
fun <T, K, V> Array<T>.associateBy(keySelector: (T) -> K, valueTransform: (T) -> V): Map<K, V>
fun <T, V> Array<T>.associateWith(valueSelector: (T) -> V): Map<T, V>
fun <T, K, V> Array<T>.associate(transform: (T) -> Pair<K, V>): Map<K, V>
fun <T> Array<T>.partition(predicate: (T) -> Boolean): Pair<List<T>, List<T>>
fun <T> Array<T>.sortedBy(selector: (T) -> Any?): List<T>
fun <T> Array<T>.sortedByDescending(selector: (T) -> Any?): List<T>
fun <T> Array<T>.sortedWith(comparator: Comparator<T>): List<T>
fun <T> Array<T>.sorted(): List<T>
fun <T> Array<T>.reversed(): List<T>
fun <T> Array<T>.distinct(): List<T>
fun <T, K> Array<T>.distinctBy(selector: (T) -> K): List<T>
fun <T> Array<T>.take(n: Int): List<T>
fun <T> Array<T>.takeWhile(predicate: (T) -> Boolean): List<T>
fun <T> Array<T>.drop(n: Int): List<T>
fun <T> Array<T>.dropWhile(predicate: (T) -> Boolean): List<T>
fun <T> Array<T>.chunked(size: Int): List<List<T>>
fun <T, R> Array<T>.zip(other: Array<R>): List<Pair<T, R>>
fun <T> Array<T>.zipWithNext(): List<Pair<T, T>>
fun <T> Array<T>.withIndex(): Iterable<IndexedValue<T>>
fun <T> Array<T>.plus(element: T): List<T>
fun <T> Array<T>.plus(elements: Iterable<T>): List<T>
fun <T> Array<T>.minus(element: T): List<T>
fun <T> Array<T>.minus(elements: Iterable<T>): List<T>
fun <T> Array<T>.toList(): List<T>
fun <T> Array<T>.toMutableList(): MutableList<T>
fun <T> Array<T>.toSet(): Set<T>
fun <T> Array<T>.toMutableSet(): MutableSet<T>
fun <T> Array<T>.toHashSet(): HashSet<T>
fun <T> Array<T>.asSequence(): Sequence<T>
fun <T> Array<T>.asIterable(): Iterable<T>
fun <T> Array<T>.sumOf(selector: (T) -> Int): Int
fun <T> Array<T>.maxOf(selector: (T) -> Any?): Int
fun <T> Array<T>.maxByOrNull(selector: (T) -> Any?): T
fun <T> Array<T>.minByOrNull(selector: (T) -> Any?): T
fun <T> Array<T>.maxOrNull(): T
fun <T> Array<T>.minOrNull(): T
fun <T> Array<T>.joinToString(separator: CharSequence = "", prefix: CharSequence = "", postfix: CharSequence = "", limit: Int = -1, truncated: CharSequence = "", transform: (T) -> CharSequence = null): String
