/** Types of `java.lang.ref`, as far as resolving names needs them. */
package java.lang.ref;

public abstract class Reference<T> {
  public T get() {}
  public void clear() {}
}
public class SoftReference<T> extends Reference<T> {}
public class WeakReference<T> extends Reference<T> {}
public class PhantomReference<T> extends Reference<T> {}
