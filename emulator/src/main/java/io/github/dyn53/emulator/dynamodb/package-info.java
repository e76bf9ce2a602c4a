/** DynamoDB Local inside this process, with the tables that the functions use. */
@NullMarked
package io.github.dyn53.emulator.dynamodb;

import org.jspecify.annotations.NullMarked;
