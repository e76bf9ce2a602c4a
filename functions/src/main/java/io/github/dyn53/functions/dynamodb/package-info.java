/** State in DynamoDB: the tables Hosts, Tokens and Changes. */
@NullMarked
package io.github.dyn53.functions.dynamodb;

import org.jspecify.annotations.NullMarked;
