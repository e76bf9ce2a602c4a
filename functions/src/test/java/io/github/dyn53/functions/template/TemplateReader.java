package io.github.dyn53.functions.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads CloudFormation's short tags as their long form: {@code !Ref X} as {@code {"Ref": "X"}}. */
final class TemplateReader extends SafeConstructor {

  TemplateReader() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new LongForm());
  }

  private final class LongForm extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String tag = node.getTag().getValue().substring(1);
      return switch (tag) {
        case "Ref", "Condition" -> Map.of(tag, argument(node));
        case "GetAtt" -> Map.of("Fn::GetAtt", List.of(((String) argument(node)).split("\\.", 2)));
        default -> Map.of("Fn::" + tag, argument(node));
      };
    }

    private Object argument(Node node) {
      return switch (node) {
        case ScalarNode scalar -> constructScalar(scalar);
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("no tag of CloudFormation: " + node);
      };
    }
  }
}
