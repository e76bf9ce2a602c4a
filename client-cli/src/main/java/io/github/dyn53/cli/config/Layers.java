package io.github.dyn53.cli.config;

import java.util.ArrayList;
import java.util.List;

/** Flags over environment over file; a key of a higher layer hides it in all layers below. */
final class Layers {

  private final List<List<Setting>> over;
  private final List<Setting> common = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  /** A {@code host} line and what follows it. */
  record Block(Setting host, List<Setting> settings) {}

  Layers(List<Setting> flags, List<Setting> environment, List<Setting> file) {
    this.over = List.of(flags, environment);
    for (Setting setting : file) {
      if (setting.key() == Key.HOST) {
        blocks.add(new Block(setting, new ArrayList<>()));
      } else if (blocks.isEmpty()) {
        common.add(setting);
      } else {
        blocks.get(blocks.size() - 1).settings().add(setting);
      }
    }
  }

  /** The hosts of the file. */
  List<Block> blocks() {
    return blocks;
  }

  /** Settings of any of these keys from the highest layer that has one, hosts' own left aside. */
  List<Setting> of(Key... keys) {
    List<Setting> found = above(keys);
    return found.isEmpty() ? only(common, keys) : found;
  }

  /** The same with a host's own between the file's common ones and the environment. */
  List<Setting> of(List<Setting> own, Key... keys) {
    List<Setting> found = above(keys);
    if (found.isEmpty()) {
      found = only(own, keys);
    }
    return found.isEmpty() ? only(common, keys) : found;
  }

  private List<Setting> above(Key... keys) {
    for (List<Setting> layer : over) {
      List<Setting> found = only(layer, keys);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Setting> only(List<Setting> settings, Key... keys) {
    var found = new ArrayList<Setting>();
    for (Setting setting : settings) {
      for (Key key : keys) {
        if (setting.key() == key) {
          found.add(setting);
        }
      }
    }
    return found;
  }
}
