/** Types of `java.io`, as far as resolving names needs them. */
package java.io;

public interface Serializable {}
public interface Closeable extends AutoCloseable { void close(); }
public interface Flushable { void flush(); }
public class IOException extends Exception {}
public class EOFException extends IOException {}
public class FileNotFoundException extends IOException {}
public class UncheckedIOException extends RuntimeException {}
public class UnsupportedEncodingException extends IOException {}
public abstract class ObjectStreamException extends IOException {}
public abstract class Reader implements Readable, Closeable {}
public class BufferedReader extends Reader {
  public String readLine() {}
  public java.util.stream.Stream<String> lines() {}
}
public class InputStreamReader extends Reader {}
public class FileReader extends InputStreamReader {}
public class StringReader extends Reader {}
public abstract class Writer implements Appendable, Closeable, Flushable {}
public class StringWriter extends Writer {}
public class PrintWriter extends Writer {}
public class BufferedWriter extends Writer {}
public class OutputStreamWriter extends Writer {}
public class FileWriter extends OutputStreamWriter {}
public abstract class InputStream implements Closeable {}
public class ByteArrayInputStream extends InputStream {}
public class FileInputStream extends InputStream {}
public class FilterInputStream extends InputStream {}
public class BufferedInputStream extends FilterInputStream {}
public abstract class OutputStream implements Closeable, Flushable {}
public class ByteArrayOutputStream extends OutputStream {
  public byte[] toByteArray() {}
}
public class FileOutputStream extends OutputStream {}
public class FilterOutputStream extends OutputStream {}
public class PrintStream extends FilterOutputStream implements Appendable, Closeable {}
public class File implements Serializable, Comparable<File> {
  public String getName() {}
  public String getPath() {}
  public String getAbsolutePath() {}
  public File getParentFile() {}
  public File getAbsoluteFile() {}
  public File[] listFiles() {}
  public java.nio.file.Path toPath() {}
  public boolean exists() {}
}
