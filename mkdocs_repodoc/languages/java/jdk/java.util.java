/** Types of `java.util`, as far as resolving names needs them. */
package java.util;

import java.util.function.*;
import java.util.stream.*;

public interface Iterator<E> {
  boolean hasNext();
  E next();
  default void remove() {}
  default void forEachRemaining(Consumer<? super E> action) {}
}
public interface ListIterator<E> extends Iterator<E> {
  boolean hasPrevious();
  E previous();
  int nextIndex();
  int previousIndex();
  void set(E value);
  void add(E value);
}
public interface Enumeration<E> {
  boolean hasMoreElements();
  E nextElement();
}
public interface Spliterator<T> {}
public interface RandomAccess {}
public interface Collection<E> extends Iterable<E> {
  int size();
  boolean isEmpty();
  boolean contains(Object value);
  boolean add(E value);
  boolean remove(Object value);
  boolean containsAll(Collection<?> others);
  boolean addAll(Collection<? extends E> others);
  boolean removeAll(Collection<?> others);
  boolean retainAll(Collection<?> others);
  void clear();
  Object[] toArray();
  <T> T[] toArray(T[] array);
  default boolean removeIf(Predicate<? super E> wanted) {}
  default Stream<E> stream() {}
  default Stream<E> parallelStream() {}
}
public interface SequencedCollection<E> extends Collection<E> {
  default E getFirst() {}
  default E getLast() {}
  default E removeFirst() {}
  default E removeLast() {}
}
public interface List<E> extends SequencedCollection<E> {
  E get(int index);
  E set(int index, E value);
  void add(int index, E value);
  boolean addAll(int index, Collection<? extends E> others);
  E remove(int index);
  int indexOf(Object value);
  int lastIndexOf(Object value);
  List<E> subList(int start, int end);
  ListIterator<E> listIterator();
  ListIterator<E> listIterator(int index);
  default void sort(Comparator<? super E> order) {}
  default void replaceAll(UnaryOperator<E> change) {}
  static <E> List<E> of(E... values) {}
  static <E> List<E> copyOf(Collection<? extends E> others) {}
}
public interface Set<E> extends Collection<E> {
  static <E> Set<E> of(E... values) {}
  static <E> Set<E> copyOf(Collection<? extends E> others) {}
}
public interface SortedSet<E> extends Set<E> {
  E first();
  E last();
  SortedSet<E> headSet(E end);
  SortedSet<E> tailSet(E start);
}
public interface NavigableSet<E> extends SortedSet<E> {
  E floor(E value);
  E ceiling(E value);
  E lower(E value);
  E higher(E value);
  E pollFirst();
  E pollLast();
}
public interface Queue<E> extends Collection<E> {
  boolean offer(E value);
  E remove();
  E poll();
  E element();
  E peek();
}
public interface Deque<E> extends Queue<E>, SequencedCollection<E> {
  void addFirst(E value);
  void addLast(E value);
  boolean offerFirst(E value);
  boolean offerLast(E value);
  E pollFirst();
  E pollLast();
  E peekFirst();
  E peekLast();
  void push(E value);
  E pop();
  Iterator<E> descendingIterator();
}
public abstract class AbstractCollection<E> implements Collection<E> {}
public abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {}
public abstract class AbstractSet<E> extends AbstractCollection<E> implements Set<E> {}
public abstract class AbstractQueue<E> extends AbstractCollection<E> implements Queue<E> {}
public class ArrayList<E> extends AbstractList<E> implements RandomAccess, Cloneable {}
public class LinkedList<E> extends AbstractList<E> implements Deque<E>, Cloneable {}
public class Vector<E> extends AbstractList<E> implements RandomAccess, Cloneable {
  public E elementAt(int index) {}
  public E firstElement() {}
  public E lastElement() {}
}
public class Stack<E> extends Vector<E> {
  public E push(E value) {}
  public E pop() {}
  public E peek() {}
}
public class HashSet<E> extends AbstractSet<E> implements Cloneable {}
public class LinkedHashSet<E> extends HashSet<E> {}
public class TreeSet<E> extends AbstractSet<E> implements NavigableSet<E>, Cloneable {}
public abstract class EnumSet<E> extends AbstractSet<E> implements Cloneable {
  public static <E> EnumSet<E> of(E first, E... others) {}
  public static <E> EnumSet<E> allOf(Class<E> kind) {}
  public static <E> EnumSet<E> noneOf(Class<E> kind) {}
  public static <E> EnumSet<E> range(E first, E last) {}
}
public class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable {}
public class PriorityQueue<E> extends AbstractQueue<E> {}

public interface Map<K, V> {
  int size();
  boolean isEmpty();
  boolean containsKey(Object key);
  boolean containsValue(Object value);
  V get(Object key);
  V put(K key, V value);
  V remove(Object key);
  void putAll(Map<? extends K, ? extends V> others);
  void clear();
  Set<K> keySet();
  Collection<V> values();
  Set<Map.Entry<K, V>> entrySet();
  default V getOrDefault(Object key, V value) {}
  default V putIfAbsent(K key, V value) {}
  default V computeIfAbsent(K key, Function<? super K, ? extends V> made) {}
  default V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> made) {}
  default V compute(K key, BiFunction<? super K, ? super V, ? extends V> made) {}
  default V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> made) {}
  default void forEach(BiConsumer<? super K, ? super V> action) {}
  default boolean remove(Object key, Object value) {}
  default V replace(K key, V value) {}
  static <K, V> Map<K, V> of() {}
  static <K, V> Map<K, V> of(K key, V value) {}
  static <K, V> Map<K, V> of(K key, V value, K key2, V value2) {}
  static <K, V> Map<K, V> of(K key, V value, K key2, V value2, K key3, V value3) {}
  static <K, V> Map.Entry<K, V> entry(K key, V value) {}
  static <K, V> Map<K, V> ofEntries(Map.Entry<? extends K, ? extends V>... entries) {}
  static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> others) {}

  interface Entry<K, V> {
    K getKey();
    V getValue();
    V setValue(V value);
    static <K, V> Comparator<Map.Entry<K, V>> comparingByKey() {}
    static <K, V> Comparator<Map.Entry<K, V>> comparingByValue() {}
  }
}
public interface SortedMap<K, V> extends Map<K, V> {
  K firstKey();
  K lastKey();
  SortedMap<K, V> headMap(K end);
  SortedMap<K, V> tailMap(K start);
}
public interface NavigableMap<K, V> extends SortedMap<K, V> {
  Map.Entry<K, V> floorEntry(K key);
  Map.Entry<K, V> ceilingEntry(K key);
  Map.Entry<K, V> lowerEntry(K key);
  Map.Entry<K, V> higherEntry(K key);
  Map.Entry<K, V> firstEntry();
  Map.Entry<K, V> lastEntry();
  Map.Entry<K, V> pollFirstEntry();
}
public abstract class AbstractMap<K, V> implements Map<K, V> {
  public static class SimpleEntry<K, V> implements Map.Entry<K, V> {}
  public static class SimpleImmutableEntry<K, V> implements Map.Entry<K, V> {}
}
public class HashMap<K, V> extends AbstractMap<K, V> implements Cloneable {}
public class LinkedHashMap<K, V> extends HashMap<K, V> {
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {}
}
public class TreeMap<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, Cloneable {}
public class IdentityHashMap<K, V> extends AbstractMap<K, V> implements Cloneable {}
public class WeakHashMap<K, V> extends AbstractMap<K, V> {}
public class EnumMap<K, V> extends AbstractMap<K, V> implements Cloneable {}
public class Hashtable<K, V> implements Map<K, V>, Cloneable {}
public class Properties extends Hashtable<Object, Object> {
  public String getProperty(String key) {}
  public String getProperty(String key, String value) {}
  public Object setProperty(String key, String value) {}
}

public interface Comparator<T> {
  int compare(T one, T other);
  default Comparator<T> reversed() {}
  default Comparator<T> thenComparing(Comparator<? super T> other) {}
  default <U> Comparator<T> thenComparingInt(ToIntFunction<? super T> key) {}
  static <T, U> Comparator<T> comparing(Function<? super T, ? extends U> key) {}
  static <T> Comparator<T> comparingInt(ToIntFunction<? super T> key) {}
  static <T> Comparator<T> naturalOrder() {}
  static <T> Comparator<T> reverseOrder() {}
}
public final class Optional<T> {
  public static <T> Optional<T> of(T value) {}
  public static <T> Optional<T> ofNullable(T value) {}
  public static <T> Optional<T> empty() {}
  public T get() {}
  public boolean isPresent() {}
  public boolean isEmpty() {}
  public void ifPresent(Consumer<? super T> action) {}
  public void ifPresentOrElse(Consumer<? super T> action, Runnable other) {}
  public Optional<T> filter(Predicate<? super T> wanted) {}
  public <U> Optional<U> map(Function<? super T, ? extends U> change) {}
  public <U> Optional<U> flatMap(Function<? super T, Optional<U>> change) {}
  public Optional<T> or(Supplier<Optional<T>> other) {}
  public T orElse(T other) {}
  public T orElseGet(Supplier<? extends T> made) {}
  public T orElseThrow() {}
  public <X> T orElseThrow(Supplier<? extends X> made) {}
  public Stream<T> stream() {}
}
public final class Objects {
  public static <T> T requireNonNull(T value) {}
  public static <T> T requireNonNull(T value, String message) {}
  public static <T> T requireNonNullElse(T value, T other) {}
  public static boolean equals(Object one, Object other) {}
  public static int hash(Object... values) {}
  public static int hashCode(Object value) {}
  public static String toString(Object value) {}
  public static boolean isNull(Object value) {}
  public static boolean nonNull(Object value) {}
}
public class Arrays {
  public static <T> List<T> asList(T... values) {}
  public static <T> Stream<T> stream(T[] array) {}
  public static <T> T[] copyOf(T[] array, int length) {}
  public static <T> T[] copyOfRange(T[] array, int start, int end) {}
  public static String toString(Object array) {}
  public static int hashCode(Object array) {}
  public static boolean equals(Object one, Object other) {}
  public static <T> void sort(T[] array, Comparator<? super T> order) {}
}
public class Collections {
  public static <T> List<T> emptyList() {}
  public static <T> Set<T> emptySet() {}
  public static <K, V> Map<K, V> emptyMap() {}
  public static <T> Iterator<T> emptyIterator() {}
  public static <T> List<T> singletonList(T value) {}
  public static <T> Set<T> singleton(T value) {}
  public static <K, V> Map<K, V> singletonMap(K key, V value) {}
  public static <T> List<T> unmodifiableList(List<? extends T> list) {}
  public static <T> Set<T> unmodifiableSet(Set<? extends T> set) {}
  public static <K, V> Map<K, V> unmodifiableMap(Map<? extends K, ? extends V> map) {}
  public static <T> Collection<T> unmodifiableCollection(Collection<? extends T> values) {}
  public static <T> List<T> synchronizedList(List<T> list) {}
  public static <T> Set<T> synchronizedSet(Set<T> set) {}
  public static <K, V> Map<K, V> synchronizedMap(Map<K, V> map) {}
  public static <T> T max(Collection<? extends T> values) {}
  public static <T> T min(Collection<? extends T> values) {}
  public static <T> T max(Collection<? extends T> values, Comparator<? super T> order) {}
  public static <T> T min(Collection<? extends T> values, Comparator<? super T> order) {}
  public static <T> void sort(List<T> list) {}
  public static <T> void sort(List<T> list, Comparator<? super T> order) {}
  public static void reverse(List<?> list) {}
  public static <T> boolean addAll(Collection<? super T> values, T... others) {}
  public static <T> Comparator<T> reverseOrder() {}
}
public class ServiceLoader<S> implements Iterable<S> {
  public static <S> ServiceLoader<S> load(Class<S> kind) {}
}
public class NoSuchElementException extends RuntimeException {}
public class InputMismatchException extends NoSuchElementException {}
public class ConcurrentModificationException extends RuntimeException {}
public class MissingResourceException extends RuntimeException {}
public class EmptyStackException extends RuntimeException {}
public class EventObject implements java.io.Serializable {
  public Object getSource() {}
}
public interface EventListener {}
public class Date implements java.io.Serializable, Cloneable, Comparable<Date> {}
public abstract class Calendar implements java.io.Serializable, Cloneable, Comparable<Calendar> {}
public class GregorianCalendar extends Calendar {}
public final class Locale implements Cloneable, java.io.Serializable {}
public abstract class TimeZone implements java.io.Serializable, Cloneable {}
public class Random implements java.io.Serializable {}
public final class UUID implements java.io.Serializable, Comparable<UUID> {}
public class BitSet implements Cloneable, java.io.Serializable {}
public final class Scanner implements Iterator<String>, java.io.Closeable {}
public class StringTokenizer implements Enumeration<Object> {}
public final class StringJoiner {
  public StringJoiner add(CharSequence text) {}
}
