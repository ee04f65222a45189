package orquesta.autograder.isolation;

import java.util.ArrayList;
import java.util.List;

/**
 * The flags of our child JVMs, by the feature version from which on they exist. An archive lies where it was made for
 * (which a flag for diagnosis says), else each start corrects every pointer in it. A life is short: to compile what is called
 * 200 times costs it more than it gives.
 */
final class JvmFlags {
    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error,cds*=off:stderr",
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8",
            "-Djava.awt.headless=true");

    private JvmFlags() {}

    /** Of the child that runs the student's code. */
    static List<String> runner(int heapMegabytes) {
        return runner(heapMegabytes, false);
    }

    /** @param nativeCode a library of the image needs it: DuckDB */
    static List<String> runner(int heapMegabytes, boolean nativeCode) {
        List<String> flags = of(heapMegabytes);
        flags.addAll(List.of(
                "-XX:Tier3InvocationThreshold=1000",
                "-XX:Tier3MinInvocationThreshold=500",
                "-XX:Tier3CompileThreshold=5000",
                "-Xss1m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // why it ends: the wire is standard output
                "-Duser.timezone=UTC",
                "-Duser.language=en"));
        if (nativeCode) {
            // DuckDB's driver starts the flight recorder unless it is not there: twice the time of its start
            flags.add("-Djfr.unsupported.vm=true");
        }
        if (Runtime.version().feature() >= 24) {
            flags.add(nativeCode ? "--enable-native-access=ALL-UNNAMED" : "--illegal-native-access=deny");
        }
        return flags;
    }

    /** Of the compile worker. */
    static List<String> compiler() {
        List<String> flags = of(512);
        flags.add("-Xss4m");
        return flags;
    }

    private static List<String> of(int heapMegabytes) {
        List<String> flags = new ArrayList<>(ALWAYS);
        flags.add("-Xmx" + heapMegabytes + "m");
        if (Runtime.version().feature() >= 24) {
            flags.add("-Xlog:aot*=off:stderr");
        }
        if (Runtime.version().feature() >= 19) {
            flags.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        }
        return flags;
    }
}
