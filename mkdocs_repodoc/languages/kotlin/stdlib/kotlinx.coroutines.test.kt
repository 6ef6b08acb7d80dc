package kotlinx.coroutines.test

import kotlin.coroutines.*
import kotlin.time.*
import kotlinx.coroutines.*

interface TestScope : CoroutineScope {
    val testScheduler: TestCoroutineScheduler
    val backgroundScope: CoroutineScope
}
class TestCoroutineScheduler : CoroutineContext.Element {
    val currentTime: Long
    val timeSource: TimeSource
    fun advanceUntilIdle()
    fun runCurrent()
    fun advanceTimeBy(delayTimeMillis: Any)
}
abstract class TestDispatcher : CoroutineDispatcher {
    val scheduler: TestCoroutineScheduler
}
class TestResult
fun TestScope(context: CoroutineContext = EmptyCoroutineContext): TestScope
fun StandardTestDispatcher(scheduler: TestCoroutineScheduler? = null, name: String? = null): TestDispatcher
fun UnconfinedTestDispatcher(scheduler: TestCoroutineScheduler? = null, name: String? = null): TestDispatcher
fun runTest(context: CoroutineContext = EmptyCoroutineContext, timeout: Duration? = null, testBody: TestScope.() -> Unit): TestResult
fun TestScope.runTest(timeout: Duration? = null, testBody: TestScope.() -> Unit): TestResult
val TestScope.currentTime: Long
val TestScope.testTimeSource: TimeSource
fun TestScope.advanceUntilIdle()
fun TestScope.runCurrent()
fun TestScope.advanceTimeBy(delayTime: Any)
