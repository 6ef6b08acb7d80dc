package kotlin.io

fun print(message: Any?)
fun println(message: Any? = null)
fun readLine(): String
fun <T, R> T.use(block: (T) -> R): R
