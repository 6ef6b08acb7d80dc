package kotlin.reflect

interface KAnnotatedElement
interface KClassifier
interface KDeclarationContainer
interface KClass<T> : KDeclarationContainer, KAnnotatedElement, KClassifier {
    val simpleName: String?
    val qualifiedName: String?
    fun isInstance(value: Any?): Boolean
}
interface KType
interface KCallable<R> : KAnnotatedElement {
    val name: String
    val returnType: KType
}
interface KFunction<R> : KCallable<R>
interface KProperty<V> : KCallable<V>
interface KProperty0<V> : KProperty<V> {
    fun get(): V
}
interface KProperty1<T, V> : KProperty<V> {
    fun get(receiver: T): V
}
interface KMutableProperty0<V> : KProperty0<V>
