import org.jetbrains.kotlin.cli.common.CLIConfigurationKeys
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.compiler.*
import org.jetbrains.kotlin.cli.jvm.config.*
import org.jetbrains.kotlin.config.*
import org.jetbrains.kotlin.psi.*
import org.jetbrains.kotlin.resolve.*
import org.jetbrains.kotlin.resolve.calls.util.getResolvedCall
import org.jetbrains.kotlin.resolve.lazy.declarations.FileBasedDeclarationProviderFactory
import com.intellij.openapi.util.Disposer
import com.intellij.psi.PsiElement
import com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.platform.jvm.JvmPlatforms
import org.jetbrains.kotlin.descriptors.*
import org.jetbrains.kotlin.load.kotlin.PackagePartProvider
import java.io.File

/** Prints for each name in Kotlin sources the places of what it means: OUT CLASSPATH FOLDER... */
fun main(args: Array<String>) {
    val out = File(args[0]).printWriter()
    val cp = args[1].split(":").filter { it.isNotEmpty() }
    val roots = args.drop(2)
    val conf = CompilerConfiguration()
    conf.put(CLIConfigurationKeys.MESSAGE_COLLECTOR_KEY, MessageCollector.NONE)
    conf.put(CommonConfigurationKeys.MODULE_NAME, "m")
    conf.put(CLIConfigurationKeys.ALLOW_KOTLIN_PACKAGE, true)
    conf.languageVersionSettings = LanguageVersionSettingsImpl(LanguageVersion.KOTLIN_1_9, ApiVersion.KOTLIN_1_9,
        mapOf(AnalysisFlags.multiPlatformDoNotCheckActual to true, AnalysisFlags.allowKotlinPackage to true),
        mapOf(LanguageFeature.MultiPlatformProjects to LanguageFeature.State.ENABLED, LanguageFeature.ContextReceivers to LanguageFeature.State.ENABLED))
    conf.put(JVMConfigurationKeys.JDK_HOME, File(System.getProperty("java.home")))
    conf.configureJdkClasspathRoots()
    conf.addJvmClasspathRoots(cp.map { File(it) })
    for (r in roots) { conf.addKotlinSourceRoot0(r); conf.add(CLIConfigurationKeys.CONTENT_ROOTS, JavaSourceRoot(File(r), null)) }
    val env = KotlinCoreEnvironment.createForProduction(Disposer.newDisposable(), conf, EnvironmentConfigFiles.JVM_CONFIG_FILES)
    val files = env.getSourceFiles()
    System.err.println("files ${files.size}")
    val trace = CliBindingTrace()
    val result = TopDownAnalyzerFacadeForJVM.analyzeFilesWithJavaIntegration(env.project, files, trace, conf, env::createPackagePartProvider)
    val bc = result.bindingContext
    for (f in files) {
        val doc = f.viewProvider.document!!
        fun pos(o: Int): String { val l = doc.getLineNumber(o); return "${l + 1}\t${doc.text.substring(doc.getLineStartOffset(l), o).toByteArray().size}" }
        for (e in PsiTreeUtil.collectElementsOfType(f, KtSimpleNameExpression::class.java)) {
            if (e is KtOperationReferenceExpression && e.getReferencedNameElementType().toString() != "IDENTIFIER") continue
            val text = e.getReferencedNameElement().text
            val targets = ArrayList<DeclarationDescriptor>()
            bc[BindingContext.REFERENCE_TARGET, e]?.let { targets.add(it) }
            if (targets.isEmpty()) bc[BindingContext.AMBIGUOUS_REFERENCE_TARGET, e]?.let { targets.addAll(it) }
            e.getResolvedCall(bc)?.resultingDescriptor?.let { if (!targets.contains(it)) targets.add(it) }
            bc[BindingContext.SHORT_REFERENCE_TO_COMPANION_OBJECT, e]?.let { targets.add(it) }
            val here = pos(e.getReferencedNameElement().textRange.startOffset)
            val ambiguous = if (targets.size > 1 && bc[BindingContext.REFERENCE_TARGET, e] == null) "ambiguous" else "ok"
            val places = ArrayList<String>()
            var kinds = ArrayList<String>()
            for (t in targets) {
                kinds.add(t.javaClass.simpleName)
                for (src in DescriptorToSourceUtils.getEffectiveReferencedDescriptors(t).flatMap { d -> listOfNotNull(DescriptorToSourceUtils.getSourceFromDescriptor(d)) }) {
                    val named: PsiElement = when (src) {
                        is KtPrimaryConstructor -> src.getContainingClassOrObject().nameIdentifier ?: src
                        is KtSecondaryConstructor -> src.getConstructorKeyword()
                        is KtObjectDeclaration -> if (src.isCompanion()) (src.parent?.parent as? KtClass)?.nameIdentifier ?: src else src.nameIdentifier ?: src
                        is KtNamedDeclaration -> src.nameIdentifier ?: src
                        else -> src
                    }
                    val tf = named.containingFile
                    val vf = tf?.virtualFile?.path ?: continue
                    val td = tf.viewProvider.document ?: continue
                    val off = named.textRange.startOffset
                    val l = td.getLineNumber(off)
                    places.add("$vf:${l + 1}:${td.text.substring(td.getLineStartOffset(l), off).toByteArray().size}")
                }
            }
            out.println("${f.virtualFilePath}\t$here\t$text\t$ambiguous\t${kinds.joinToString(",")}\t${places.distinct().joinToString(" ")}")
        }
    }
    out.close()
    System.exit(0)
}
fun CompilerConfiguration.addKotlinSourceRoot0(p: String) = add(CLIConfigurationKeys.CONTENT_ROOTS, org.jetbrains.kotlin.cli.common.config.KotlinSourceRoot(p, false, null))
