/** Types of `java.lang.reflect`, as far as resolving names needs them. */
package java.lang.reflect;

public interface Type { default String getTypeName() {} }
public interface ParameterizedType extends Type {
  Type[] getActualTypeArguments();
  Type getRawType();
  Type getOwnerType();
}
public interface GenericArrayType extends Type { Type getGenericComponentType(); }
public interface WildcardType extends Type {
  Type[] getUpperBounds();
  Type[] getLowerBounds();
}
public interface TypeVariable<D> extends Type {}
public interface AnnotatedElement {}
public interface Member {
  String getName();
  int getModifiers();
  Class<?> getDeclaringClass();
}
public interface InvocationHandler { Object invoke(Object on, Method method, Object[] arguments); }
public class AccessibleObject implements AnnotatedElement {
  public <A> A getAnnotation(Class<A> kind) {}
}
public final class Field extends AccessibleObject implements Member {
  public Class<?> getType() {}
  public Type getGenericType() {}
  public Object get(Object owner) {}
}
public abstract class Executable extends AccessibleObject implements Member {}
public final class Method extends Executable {
  public Class<?> getReturnType() {}
  public Object invoke(Object on, Object... arguments) {}
}
public final class Constructor<T> extends Executable {
  public T newInstance(Object... arguments) {}
}
public class InvocationTargetException extends ReflectiveOperationException {}
