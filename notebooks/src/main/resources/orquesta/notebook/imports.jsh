import java.nio.file.*;
import java.util.function.*;
import java.util.stream.*;
import tech.tablesaw.api.*;
import orquesta.*;
import orquesta.asset.*;
import orquesta.definition.*;
import orquesta.selection.*;
