/** Types of `java.util.concurrent.atomic`, as far as resolving names needs them. */
package java.util.concurrent.atomic;

import java.util.function.*;

public class AtomicReference<V> implements java.io.Serializable {
  public V get() {}
  public void set(V value) {}
  public V getAndSet(V value) {}
  public boolean compareAndSet(V wanted, V value) {}
  public V updateAndGet(UnaryOperator<V> change) {}
  public V getAndUpdate(UnaryOperator<V> change) {}
}
public class AtomicInteger extends Number {
  public int get() {}
  public int incrementAndGet() {}
  public int getAndIncrement() {}
}
public class AtomicLong extends Number {
  public long get() {}
  public long incrementAndGet() {}
}
public class AtomicBoolean implements java.io.Serializable {
  public boolean get() {}
  public void set(boolean value) {}
  public boolean compareAndSet(boolean wanted, boolean value) {}
}
