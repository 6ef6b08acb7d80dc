import com.sun.source.tree.*;
import com.sun.source.util.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import javax.lang.model.element.*;
import javax.tools.*;

/**
 * Prints for each name in Java sources the places of what it means: FOLDER CLASSPATH > answers.tsv
 *
 * <p>The files of one source folder are compiled together, with the sources of all others at hand.
 * What the compiler knows no type of, mostly since dependencies are missing, is marked.
 */
public class JavaOracle {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private final PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
    private final Map<CompilationUnitTree, String> texts = new IdentityHashMap<>();
    private final Map<String, String> read = new HashMap<>();
    private Trees trees;

    public static void main(String[] arguments) throws Exception {
        new JavaOracle().run(Path.of(arguments[0]).toRealPath(), arguments.length > 1 ? arguments[1] : "");
    }

    private void run(Path root, String classPath) throws Exception {
        Map<Path, List<Path>> folders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".java"))::iterator) {
                String name = file.getFileName().toString();
                if (!name.equals("module-info.java") && !name.equals("package-info.java"))
                    folders.computeIfAbsent(sourceFolder(file), one -> new ArrayList<>()).add(file);
            }
        }
        for (Path folder : folders.keySet()) compile(folders.get(folder), folders.keySet(), folder, classPath);
        out.flush();
    }

    /** Returns the folder below which a file's packages lie. */
    private static Path sourceFolder(Path file) throws IOException {
        Matcher found = PACKAGE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        Path folder = file.getParent();
        if (!found.find()) return folder;
        Path inside = Path.of(found.group(1).replace('.', '/'));
        return folder.endsWith(inside) ? folder.getRoot().resolve(folder.subpath(0, folder.getNameCount() - inside.getNameCount())) : folder;
    }

    private void compile(List<Path> files, Collection<Path> folders, Path own, String classPath) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        List<Path> ordered = new ArrayList<>(List.of(own));
        folders.stream().filter(one -> !one.equals(own)).sorted(Comparator.comparingInt(one -> -shared(one, own))).forEach(ordered::add);
        List<String> options = List.of("-proc:none", "-Xmaxerrs", "1000000", "-cp", classPath, "-sourcepath",
            ordered.stream().map(Path::toString).collect(Collectors.joining(":")), "--should-stop=ifError=FLOW");
        JavacTask task = (JavacTask) compiler.getTask(Writer.nullWriter(), manager, one -> {}, options, null, manager.getJavaFileObjectsFromPaths(files));
        trees = Trees.instance(task);
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        task.analyze();
        for (CompilationUnitTree unit : units) new Names(unit).scan(unit, null);
    }

    private static int shared(Path one, Path other) {
        int same = 0;
        while (same < Math.min(one.getNameCount(), other.getNameCount()) && one.getName(same).equals(other.getName(same))) same++;
        return same;
    }

    private String text(CompilationUnitTree unit) {
        return texts.computeIfAbsent(unit, one -> {
            try { return one.getSourceFile().getCharContent(true).toString(); } catch (IOException e) { throw new UncheckedIOException(e); }
        });
    }

    /** Line from 1 and column in bytes of an offset. */
    private String place(CompilationUnitTree unit, int offset, String between) {
        String text = text(unit);
        long line = unit.getLineMap().getLineNumber(offset);
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        return line + between + text.substring(start, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The names of one file. */
    private class Names extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final String path;

        Names(CompilationUnitTree unit) {
            this.unit = unit;
            this.path = unit.getSourceFile().toUri().getPath();
        }

        @Override public Void visitIdentifier(IdentifierTree node, Void nothing) {
            print(start(node), node.getName().toString(), trees.getElement(getCurrentPath()));
            return super.visitIdentifier(node, nothing);
        }

        @Override public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
            after(node.getExpression(), ".", node.getIdentifier().toString());
            return super.visitMemberSelect(node, nothing);
        }

        @Override public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
            if (node.getMode() == MemberReferenceTree.ReferenceMode.INVOKE)
                after(node.getQualifierExpression(), "::", node.getName().toString());
            return super.visitMemberReference(node, nothing);
        }

        private int start(Tree node) {
            return (int) trees.getSourcePositions().getStartPosition(unit, node);
        }

        private void after(Tree before, String sign, String name) {
            int end = (int) trees.getSourcePositions().getEndPosition(unit, before);
            if (end < 0) return;
            Matcher found = Pattern.compile("(?:\\s|//[^\\n]*|/\\*.*?\\*/)*" + Pattern.quote(sign) + "[\\s]*(?:<[^;(]*>)?\\s*(" + Pattern.quote(name) + ")\\b", Pattern.DOTALL).matcher(text(unit)).region(end, text(unit).length());
            if (found.lookingAt()) print(found.start(1), name, trees.getElement(getCurrentPath()));
        }

        private void print(int at, String name, Element element) {
            if (at < 0 || element == null || !text(unit).startsWith(name, at) || name.equals("this") || name.equals("super")) return;
            if (element.getKind() == ElementKind.PACKAGE) return;
            boolean known = element.asType().getKind() != javax.lang.model.type.TypeKind.ERROR && !erroneousCall();
            out.printf("%s\t%s\t%s\t%s\t%s\t%s%n", path, place(unit, at, "\t"), name, known ? "ok" : "error", element.getKind(), where(element));
        }

        /** Whether the name is that of a call one of whose arguments has no type: any overload may be meant. */
        private boolean erroneousCall() {
            TreePath parent = getCurrentPath().getParentPath();
            if (parent == null || !(parent.getLeaf() instanceof MethodInvocationTree call) || call.getMethodSelect() != getCurrentPath().getLeaf()) return false;
            for (Tree argument : call.getArguments()) {
                var type = trees.getTypeMirror(new TreePath(parent, argument));
                if (type != null && type.toString().contains("<any>") || type != null && type.getKind() == javax.lang.model.type.TypeKind.ERROR) return true;
            }
            return false;
        }
    }

    private String where(Element element) {
        if (element.getKind() == ElementKind.CONSTRUCTOR && trees.getPath(element) == null) element = element.getEnclosingElement();
        TreePath path = trees.getPath(element);
        if (path == null) return "";
        CompilationUnitTree unit = path.getCompilationUnit();
        int from = (int) trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
        if (from < 0) return "";
        Tree leaf = path.getLeaf();
        int modifiersEnd = leaf instanceof ClassTree one ? end(unit, one.getModifiers())
            : leaf instanceof MethodTree one ? Math.max(end(unit, one.getModifiers()), one.getReturnType() == null ? -1 : end(unit, one.getReturnType()))
            : leaf instanceof VariableTree one ? Math.max(end(unit, one.getModifiers()), one.getType() == null ? -1 : end(unit, one.getType())) : -1;
        String name = element.getKind() == ElementKind.CONSTRUCTOR ? element.getEnclosingElement().getSimpleName().toString() : element.getSimpleName().toString();
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text(unit));
        if (!found.find(Math.max(from, modifiersEnd))) return "";
        return unit.getSourceFile().toUri().getPath() + ":" + place(unit, found.start(), ":");
    }

    private int end(CompilationUnitTree unit, Tree node) {
        return (int) trees.getSourcePositions().getEndPosition(unit, node);
    }
}
