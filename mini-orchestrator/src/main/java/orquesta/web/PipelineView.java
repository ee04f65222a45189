package orquesta.web;

import java.util.List;
import orquesta.asset.AssetDefinition;
import orquesta.definition.Pipeline;
import orquesta.draw.PageGraph;

/**
 * What pages show of a version of the definitions whatever happened in its home: worked out once, not for each page.
 *
 * @param assets all that there are, in the order of the graph
 * @param example what selections are explained with
 */
record PipelineView(
        Pipeline pipeline,
        PageGraph picture,
        List<AssetDefinition> assets,
        List<HomePage.Job> jobs,
        List<String> example,
        boolean hasPartitions) {
    static PipelineView of(Pipeline pipeline) {
        List<AssetDefinition> assets = pipeline.graph().inOrder().stream()
                .map(pipeline.graph()::definition)
                .toList();
        return new PipelineView(
                pipeline,
                new PageGraph(pipeline.graph()),
                assets,
                pipeline.jobs().values().stream()
                        .map(job -> new HomePage.Job(job.name(), job.selection().text()))
                        .toList(),
                SelectionBox.example(pipeline),
                assets.stream().anyMatch(asset -> !asset.partitions().isNone()));
    }
}
